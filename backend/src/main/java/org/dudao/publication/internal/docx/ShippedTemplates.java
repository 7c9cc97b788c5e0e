package org.dudao.publication.internal.docx;

import java.util.List;

/** The templates that come with the software, written by code so that a change of one can be read; after GB/T 9704-2012. */
public final class ShippedTemplates {
    private static final List<Integer> STEP_WIDTHS = List.of(10, 30, 28, 32);

    private ShippedTemplates() {}

    /** The template of a kind as docx. */
    public static byte[] of(Kind kind) {
        GovernmentDocx docx =
                switch (kind.code()) {
                    case "RECTIFICATION_NOTICE" -> rectification();
                    case "REMINDER" -> reminder();
                    case "WARNING" -> warning();
                    case "INTERVIEW_NOTICE" -> interviewNotice();
                    case "INTERVIEW_RECORD" -> interviewRecord();
                    case "CRITICISM" -> criticism();
                    case "ACCOUNTABILITY" -> accountability();
                    case "APPOINTMENT_LETTER" -> appointmentLetter();
                    case "KEY_POINTS" -> keyPoints();
                    default -> throw new IllegalArgumentException("no template is shipped for " + kind.code());
                };
        return docx.bytes();
    }

    private static GovernmentDocx letter() {
        return new GovernmentDocx()
                .head("{{发文机关}}文件", "{{文号}}")
                .title("{{标题}}", true)
                .recipient("{{主送}}");
    }

    private static GovernmentDocx closed(GovernmentDocx docx) {
        return docx.signature("{{发文机关}}", "{{成文日期}}")
                .mark("{{?抄送}}")
                .copies("抄送：{{机关}}。")
                .mark("{{/抄送}}");
    }

    private static GovernmentDocx rectification() {
        GovernmentDocx docx = letter().text("经督导检查，发现你单位存在以下{{问题数}}个问题。根据《教育督导条例》等有关规定，现提出整改要求如下：")
                .level1("一、存在的问题")
                .mark("{{?问题}}")
                .level2("（{{序号}}）{{依据}}")
                .text("{{内容}}（{{发现日期}}发现，{{程度}}问题）")
                .mark("{{/问题}}")
                .level1("二、整改要求和期限")
                .table(
                        List.of(12, 56, 32),
                        true,
                        List.of(List.of("{{问题表}}序号", "整改要求", "整改期限"), List.of("[序号]", "[要求]", "[期限]")))
                .level1("三、报告整改情况")
                .closing("请在期限届满前逐项报送整改措施、完成日期和佐证材料；确有困难不能按期完成的，应在期限届满前书面说明理由。" + "逾期未整改的，将依照有关规定预警、约谈、通报，直至提出问责建议。")
                .mark("{{?附件}}")
                .attachment("{{行}}")
                .mark("{{/附件}}");
        return closed(docx);
    }

    private static GovernmentDocx reminder() {
        return new GovernmentDocx()
                .title("{{标题}}", false)
                .recipient("{{主送}}")
                .text("《整改通知书》（{{通知书文号}}）要求你单位整改的下列问题，将于{{整改期限}}到期，还有{{剩余天数}}天：")
                .level2("问题：{{问题依据}}")
                .text("{{问题内容}}")
                .level2("整改要求")
                .text("{{整改要求}}")
                .closing("请抓紧整改，并在期限届满前报送整改措施、完成日期和佐证材料。确有困难不能按期完成的，请在期限届满前书面说明理由。")
                .signature("{{发文机关}}", "{{成文日期}}");
    }

    private static GovernmentDocx warning() {
        return new GovernmentDocx()
                .title("{{标题}}", false)
                .recipient("{{主送}}")
                .text("《整改通知书》（{{通知书文号}}）要求你单位于{{整改期限}}前整改的下列问题，至今未报送整改结果，已逾期{{逾期天数}}天：")
                .level2("问题：{{问题依据}}")
                .text("{{问题内容}}")
                .level2("整改要求")
                .text("{{整改要求}}")
                .closing("现予以预警。请立即整改并报送结果；继续逾期的，将依照有关规定约谈、通报，直至提出问责建议。")
                .signature("{{发文机关}}", "{{成文日期}}");
    }

    private static GovernmentDocx interviewNotice() {
        GovernmentDocx docx = letter().text("《整改通知书》（{{通知书文号}}）要求你单位于{{整改期限}}前整改的下列问题，已逾期{{逾期天数}}天仍未完成：")
                .text("{{问题内容}}")
                .text("根据《教育督导问责办法》有关规定，决定对你单位进行约谈。现将有关事项通知如下：")
                .level1("一、时间和地点")
                .text("{{约谈时间}}，{{约谈地点}}。")
                .level1("二、参加人员")
                .text("被约谈人：{{被约谈人}}。")
                .text("约谈人：{{约谈人}}。")
                .level1("三、有关要求")
                .closing("被约谈人应当按时到场，不得由他人代替；请准备书面说明，内容包括问题产生的原因、已采取的措施和完成整改的日期。");
        return closed(docx);
    }

    private static GovernmentDocx interviewRecord() {
        return new GovernmentDocx()
                .title("{{标题}}", false)
                .subtitle("{{文号}}")
                .blank(1)
                .table(
                        List.of(20, 80),
                        false,
                        List.of(
                                List.of("被约谈单位", "{{主送}}"),
                                List.of("时    间", "{{约谈时间}}"),
                                List.of("地    点", "{{约谈地点}}"),
                                List.of("约 谈 人", "{{约谈人}}"),
                                List.of("被约谈人", "{{被约谈人}}"),
                                List.of("约谈事由", "{{问题内容}}（{{通知书文号}}，期限{{整改期限}}，已逾期{{逾期天数}}天）"),
                                List.of("谈话内容", "{{谈话内容}}"),
                                List.of("整改承诺", "{{整改承诺}}"),
                                List.of("签    字", "约谈人：　　　　　　　　　被约谈人：")))
                .signature("{{发文机关}}", "{{成文日期}}");
    }

    private static GovernmentDocx criticism() {
        GovernmentDocx docx = letter().text("{{单位}}未在规定期限内完成整改，现将有关情况通报如下：")
                .level1("一、基本情况")
                .text("《整改通知书》（{{通知书文号}}）要求{{单位}}于{{整改期限}}前整改下列问题，至今已逾期{{逾期天数}}天：")
                .text("{{问题内容}}");
        return closed(measures(docx, "二、已采取的措施").level1("三、通报意见").closing("{{通报内容}}"));
    }

    private static GovernmentDocx accountability() {
        GovernmentDocx docx = letter().text("根据《教育督导问责办法》有关规定，现就{{单位}}逾期未整改问题提出问责建议如下：")
                .level1("一、基本事实")
                .text("《整改通知书》（{{通知书文号}}）要求{{单位}}于{{整改期限}}前整改下列问题，至今已逾期{{逾期天数}}天：")
                .text("{{问题内容}}");
        return closed(
                measures(docx, "二、已采取的措施").level1("三、问责建议").text("{{问责建议}}").closing("请将处理结果书面函告我室。"));
    }

    private static GovernmentDocx appointmentLetter() {
        return new GovernmentDocx()
                .blank(2)
                .title("{{标题}}", false)
                .subtitle("{{文号}}")
                .blank(1)
                .recipient("{{主送}}")
                .text("根据《教育督导条例》和《督学管理暂行办法》，经推荐、审核、批准和公示，兹聘请您为{{地区}}{{类别}}，" + "聘期自{{聘期开始}}起至{{聘期结束}}止（连续第{{届次}}届）。")
                .closing("请依法履行督学职责，客观公正地开展教育督导工作。")
                .signature("{{发文机关}}", "{{成文日期}}")
                .blank(2)
                .picture("{{@核验码}}")
                .note("扫码核验本聘书今日是否有效");
    }

    private static GovernmentDocx keyPoints() {
        return letter().text("{{前言}}")
                .mark("{{?要点}}")
                .text("{{序号}}、{{内容}}")
                .mark("{{/要点}}")
                .closing("本工作要点自{{执行日期}}起执行。")
                .signature("{{发文机关}}", "{{成文日期}}");
    }

    private static GovernmentDocx measures(GovernmentDocx docx, String heading) {
        return docx.level1(heading)
                .table(
                        STEP_WIDTHS,
                        true,
                        List.of(List.of("{{已采取措施表}}序号", "措施", "日期", "文号"), List.of("[序号]", "[措施]", "[日期]", "[文号]")));
    }
}
