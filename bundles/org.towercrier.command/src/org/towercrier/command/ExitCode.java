package org.towercrier.command;

/** Exit codes of the command line; scripts rely on them. */
public final class ExitCode {

    /** The command did what it was asked to do. */
    public static final int DONE = 0;
    /** Done, and a condition the caller asked to fail on holds. */
    public static final int CONDITION = 1;
    /** Wrong usage: unknown command or option, a value that cannot be read. */
    public static final int USAGE = 2;
    /** Input refused; nothing of a refused file is stored. */
    public static final int REFUSED = 3;
    /** Storage or engine trouble. */
    public static final int TROUBLE = 4;
    /** Interrupted by the user; what was under way is rolled back. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
