package org.towercrier.cli.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.towercrier.command.Json;
import org.towercrier.command.TextOutput;
import picocli.CommandLine;

/**
 * The standard streams of the process. They stay open: the process ends with them. JSON goes out as UTF-8 whatever the
 * terminal's encoding is.
 */
final class Console {

    private final PrintWriter out;
    private final PrintWriter json;
    private final PrintWriter err;
    private final BufferedReader in;
    private final boolean errIsTerminal;
    private final boolean inIsTerminal;

    Console(OutputStream out, Charset outCharset, OutputStream err, Charset errCharset, InputStream in,
            Charset inCharset, boolean errIsTerminal, boolean inIsTerminal) {
        this.out = new PrintWriter(new OutputStreamWriter(out, outCharset));
        this.json = new PrintWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.err = new PrintWriter(new OutputStreamWriter(err, errCharset), true);
        this.in = new BufferedReader(new InputStreamReader(in, inCharset));
        this.errIsTerminal = errIsTerminal;
        this.inIsTerminal = inIsTerminal;
    }

    /** Takes over the process's streams: what anything else prints to standard output ends on standard error. */
    static Console takeOver() {
        PrintStream out = System.out;
        PrintStream err = System.err;
        System.setOut(err);
        return new Console(out, out.charset(), err, err.charset(), System.in, inputCharset(), isTerminal(2),
                isTerminal(0));
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

    /** Results for people. */
    TextOutput out() {
        return text -> out.print(text);
    }

    /** Notes, progress and errors. */
    TextOutput err() {
        return text -> {
            err.print(text);
            err.flush();
        };
    }

    /** The result for programs. */
    void writeJson(Object document) throws IOException {
        Json.write(json, document);
    }

    void printTrace(Throwable trouble) {
        trouble.printStackTrace(err);
    }

    /** Help that was asked for is a result; the rest of the usage texts are notes. */
    void connect(CommandLine line) {
        line.setOut(out);
        line.setErr(err);
    }

    void printUsage(CommandLine line) {
        line.usage(err);
    }

    /** A line from the user; empty when there is nobody or nothing more. */
    Optional<String> readLine() {
        if (!inIsTerminal) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** Whether there is somebody to ask. */
    boolean inIsTerminal() {
        return inIsTerminal;
    }

    /** Whether a progress line makes sense. */
    boolean errIsTerminal() {
        return errIsTerminal;
    }

    void flush() {
        out.flush();
        json.flush();
        err.flush();
    }
}
