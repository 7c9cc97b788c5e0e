package org.dudao.publication.internal.docx;

import static org.dudao.publication.internal.docx.Gb9704.*;

/** The parts of an official docx that are the same whatever it says: styles, fonts with their fallbacks, page numbers. */
final class GovernmentDocxParts {
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    static final String CONTENT_TYPES = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("document", "document.main")
            + type("styles", "styles")
            + type("settings", "settings")
            + type("fontTable", "fontTable")
            + type("footer1", "footer")
            + type("footer2", "footer")
            + "</Types>";
    static final String PACKAGE_RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + relation(1, "officeDocument", "word/document.xml") + "</Relationships>";
    static final String DOCUMENT_RELATIONS =
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                    + relation(1, "styles", "styles.xml")
                    + relation(2, "settings", "settings.xml")
                    + relation(3, "fontTable", "fontTable.xml")
                    + relation(4, "footer", "footer1.xml")
                    + relation(5, "footer", "footer2.xml")
                    + "</Relationships>";
    static final String SETTINGS = "<w:settings " + W + "><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val=\""
            + LINE_PITCH + "\"/><w:characterSpacingControl w:val=\"compressPunctuation\"/><w:compat>"
            + "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>"
            + "</w:compat></w:settings>";

    private GovernmentDocxParts() {}

    /** "— 1 —", 7.5: on odd pages at the right, on even pages at the left, one character in. */
    static String footer(String style) {
        return "<w:ftr " + W + "><w:p><w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>"
                + "<w:r><w:t xml:space=\"preserve\">— </w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>1</w:t></w:r>"
                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
                + "<w:r><w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>";
    }

    /** Names of fonts; where a computer has no 仿宋_GB2312 it takes the one named as its alternative. */
    static String fontTable() {
        return "<w:fonts " + W + ">" + font(BODY_FONT, "仿宋") + font(TITLE_FONT, "小标宋") + font(LEVEL_1_FONT, "SimHei")
                + font(LEVEL_2_FONT, "楷体") + font(PAGE_NUMBER_FONT, "SimSun") + "</w:fonts>";
    }

    static String styles() {
        String exact = "<w:spacing w:line=\"" + LINE_PITCH + "\" w:lineRule=\"exact\"/>";
        String indent = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"" + 2 * CHARACTER + "\"/>";
        String keep = "<w:keepNext/><w:keepLines/>";
        return "<w:styles " + W + "><w:docDefaults><w:rPrDefault><w:rPr>" + fonts(BODY_FONT) + size(BODY_SIZE)
                + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:pPr>"
                + exact
                + "<w:jc w:val=\"both\"/></w:pPr><w:rPr>" + fonts(BODY_FONT) + size(BODY_SIZE) + "</w:rPr></w:style>"
                + style(
                        "GwMark",
                        "发文机关标志",
                        "<w:spacing w:before=\"" + twips(35)
                                + "\" w:line=\"720\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        fonts(TITLE_FONT) + "<w:color w:val=\"FF0000\"/>" + size(60))
                + style(
                        "GwNumber",
                        "发文字号",
                        "<w:pBdr><w:bottom w:val=\"single\" w:sz=\"18\" w:space=\"" + 11
                                + "\" w:color=\"FF0000\"/></w:pBdr>"
                                + "<w:spacing w:before=\"" + 2 * LINE_PITCH + "\" w:line=\"" + LINE_PITCH
                                + "\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "GwTitle",
                        "公文标题",
                        keep + "<w:spacing w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        fonts(TITLE_FONT) + size(TITLE_SIZE))
                + style("GwSubtitle", "副题", exact + "<w:jc w:val=\"center\"/>", fonts(LEVEL_2_FONT))
                + style("GwRecipient", "主送机关", exact + "<w:jc w:val=\"left\"/>", "")
                + style("GwBody", "公文正文", exact + indent + "<w:jc w:val=\"both\"/>", "")
                + style("GwLevel1", "一级标题", "<w:keepNext/>" + exact + indent, fonts(LEVEL_1_FONT))
                + style("GwLevel2", "二级标题", "<w:keepNext/>" + exact + indent, fonts(LEVEL_2_FONT))
                + style(
                        "GwAttachment",
                        "附件说明",
                        keep + exact + "<w:ind w:leftChars=\"500\" w:left=\"" + 5 * CHARACTER
                                + "\" w:hangingChars=\"300\" w:hanging=\"" + 3 * CHARACTER + "\"/>",
                        "")
                + style("GwClosing", "公文末段", "<w:keepNext/>" + exact + indent + "<w:jc w:val=\"both\"/>", "")
                + style("GwBlank", "空行", exact, "")
                + style("GwSeal", "用印空行", keep + exact, "")
                + style(
                        "GwSign",
                        "发文机关署名",
                        keep + exact + "<w:ind w:rightChars=\"400\" w:right=\"" + 4 * CHARACTER
                                + "\"/><w:jc w:val=\"right\"/>",
                        "")
                + style(
                        "GwDate",
                        "成文日期",
                        keep + exact + "<w:ind w:rightChars=\"400\" w:right=\"" + 4 * CHARACTER
                                + "\"/><w:jc w:val=\"right\"/>",
                        "")
                + style(
                        "GwCopies",
                        "抄送机关",
                        "<w:pBdr><w:top w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/>"
                                + "<w:bottom w:val=\"single\" w:sz=\"8\" w:space=\"1\" w:color=\"000000\"/></w:pBdr>"
                                + "<w:spacing w:before=\"" + LINE_PITCH + "\" w:line=\"" + LINE_PITCH
                                + "\" w:lineRule=\"exact\"/>"
                                + "<w:ind w:left=\"280\" w:right=\"280\"/>",
                        size(PAGE_NUMBER_SIZE))
                + style(
                        "GwPicture",
                        "图片",
                        "<w:keepNext/><w:snapToGrid w:val=\"0\"/><w:spacing w:line=\"240\" w:lineRule=\"auto\"/><w:jc w:val=\"center\"/>",
                        "")
                + style(
                        "GwNote",
                        "图注",
                        "<w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        size(24))
                + style(
                        "GwTableHead",
                        "表头",
                        "<w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>",
                        fonts(LEVEL_1_FONT) + size(24))
                + style(
                        "GwTableText",
                        "表文",
                        "<w:spacing w:line=\"440\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>",
                        size(24))
                + style(
                        "GwPageOdd",
                        "单页页码",
                        "<w:ind w:rightChars=\"100\" w:right=\"280\"/><w:jc w:val=\"right\"/>",
                        fonts(PAGE_NUMBER_FONT) + size(PAGE_NUMBER_SIZE))
                + style(
                        "GwPageEven",
                        "双页页码",
                        "<w:ind w:leftChars=\"100\" w:left=\"280\"/><w:jc w:val=\"left\"/>",
                        fonts(PAGE_NUMBER_FONT) + size(PAGE_NUMBER_SIZE))
                + "<w:style w:type=\"table\" w:styleId=\"GwTable\"><w:name w:val=\"公文表格\"/><w:tblPr><w:tblBorders>"
                + border("top") + border("left") + border("bottom") + border("right") + border("insideH")
                + border("insideV")
                + "</w:tblBorders><w:tblCellMar><w:left w:w=\"85\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>"
                + "</w:tblPr></w:style></w:styles>";
    }

    private static String style(String id, String name, String paragraph, String run) {
        return "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name
                + "\"/><w:basedOn w:val=\"Normal\"/><w:pPr>" + paragraph + "</w:pPr>"
                + (run.isEmpty() ? "" : "<w:rPr>" + run + "</w:rPr>") + "</w:style>";
    }

    private static String fonts(String name) {
        return "<w:rFonts w:ascii=\"%1$s\" w:eastAsia=\"%1$s\" w:hAnsi=\"%1$s\" w:cs=\"%1$s\"/>".formatted(name);
    }

    private static String size(int halfPoints) {
        return "<w:sz w:val=\"%1$d\"/><w:szCs w:val=\"%1$d\"/>".formatted(halfPoints);
    }

    private static String font(String name, String alternative) {
        return "<w:font w:name=\"" + name + "\"><w:altName w:val=\"" + alternative
                + "\"/><w:charset w:val=\"86\"/></w:font>";
    }

    private static String border(String edge) {
        return "<w:" + edge + " w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>";
    }

    private static String type(String part, String kind) {
        return "<Override PartName=\"/word/" + part + ".xml\" ContentType=\"" + WORD + kind + "+xml\"/>";
    }

    private static String relation(int id, String type, String target) {
        return "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
