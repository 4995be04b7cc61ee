package org.towercrier.ui.kit;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;

/**
 * What a view says when it could not do its work.
 *
 * @param happened one sentence: what happened
 * @param remedy   one sentence: what to do
 * @param detail   what a specialist wants to see, shown on demand; may be empty
 */
public record Trouble(String happened, String remedy, String detail) {

    public Trouble {
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(detail, "detail");
    }

    /** Trouble with the trace of its cause as the detail. */
    public static Trouble of(String happened, String remedy, Throwable cause) {
        StringWriter trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return new Trouble(happened, remedy, trace.toString());
    }

    /** Trouble of which only the cause's own words are known; the remedy is to try again. */
    public static Trouble of(Throwable cause, UiMessages messages) {
        String said = cause.getLocalizedMessage();
        return of(said == null || said.isBlank() ? messages.get("Trouble_Unforeseen") : said, messages.get("Trouble_Remedy"), cause);
    }
}
