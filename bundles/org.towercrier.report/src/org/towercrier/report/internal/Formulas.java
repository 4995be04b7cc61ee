package org.towercrier.report.internal;

/** Keeps texts from being run as formulas by a spreadsheet. */
final class Formulas {

    private static final String BEGINNINGS = "=+-@\t\r\n|";

    private Formulas() {
    }

    /** The text, with a leading apostrophe when a spreadsheet could take it for a formula. */
    static String neutralised(String text) {
        String seen = text.stripLeading();
        boolean risky = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0
                || !seen.isEmpty() && BEGINNINGS.indexOf(seen.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
