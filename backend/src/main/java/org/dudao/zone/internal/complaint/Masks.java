package org.dudao.zone.internal.complaint;

/** Who sent a complaint, as those see it who do not look it up. */
final class Masks {
    private static final int HEAD = 3;
    private static final int TAIL = 2;

    private Masks() {}

    /** The first letter of a name; null stays null. */
    static String name(String name) {
        return name == null
                ? null
                : new StringBuilder()
                        .appendCodePoint(name.codePointAt(0))
                        .append("**")
                        .toString();
    }

    /** Three letters and the last two of a longer contact, a star for each between; nothing of a short one. */
    static String contact(String contact) {
        if (contact == null) {
            return null;
        }
        int[] letters = contact.codePoints().toArray();
        StringBuilder masked = new StringBuilder();
        for (int i = 0; i < letters.length; i++) {
            boolean shown = letters.length > 2 * (HEAD + TAIL) - 2 && (i < HEAD || i >= letters.length - TAIL);
            masked.appendCodePoint(shown ? letters[i] : '*');
        }
        return masked.toString();
    }
}
