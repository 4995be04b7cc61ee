package org.towercrier.report;

/** A report cannot be made; the message is a sentence for the user, in the language of the request. */
public class ReportException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Without a cause of its own. */
    public ReportException(String message) {
        super(message);
    }

    /** With what lies behind it. */
    public ReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
