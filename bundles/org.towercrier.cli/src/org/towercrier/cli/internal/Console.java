package org.towercrier.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The standard streams of the process. JSON goes out as UTF-8 whatever the terminal's encoding is.
 *
 * @param out
 *            results for people
 * @param json
 *            results for programs, the same stream
 * @param err
 *            notes, progress, errors
 * @param in
 *            answers to questions
 * @param errIsTerminal
 *            whether a progress line makes sense
 * @param inIsTerminal
 *            whether there is somebody to ask
 */
record Console(PrintWriter out, PrintWriter json, PrintWriter err, BufferedReader in, boolean errIsTerminal,
        boolean inIsTerminal) {

    /** Takes over the process's streams: what anything else prints to standard output ends on standard error. */
    static Console takeOver() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        InputStream in = System.in;
        System.setOut(err);
        return new Console(
                new PrintWriter(new OutputStreamWriter(out, out.charset()), false),
                new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), false),
                new PrintWriter(new OutputStreamWriter(err, err.charset()), true),
                new BufferedReader(new InputStreamReader(in, inputCharset())), isTerminal(2), isTerminal(0));
    }

    private static Charset inputCharset() {
        String name = System.getProperty("stdin.encoding", System.getProperty("native.encoding", "UTF-8"));
        return Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    /**
     * Whether a descriptor is a terminal. Java only tells of input and output together; on Linux the process's own
     * descriptors can be looked at.
     */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty")
                        || target.equals("/dev/console");
            } catch (IOException unreadable) {
                return false;
            }
        }
        return System.console() != null;
    }
}
