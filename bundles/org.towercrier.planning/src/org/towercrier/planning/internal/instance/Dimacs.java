package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.towercrier.planning.GraphColouring;
import org.towercrier.planning.GraphColouring.Edge;

/** Graphs in the form of the DIMACS challenge: {@code c} comments, {@code p edge VERTICES EDGES}, {@code e FROM TO}. Edges may be listed twice. */
public final class Dimacs {

    /** Neighbours are kept as sets of bits, for each vertex as many as there are vertices. */
    private static final int MOST = 30_000;

    private final Path file;
    private final Set<Edge> edges = new LinkedHashSet<>();
    private int vertices = -1;
    private int line;
    private int loops;
    private int announced;
    private int listed;

    private Dimacs(Path file) {
        this.file = file;
    }

    public static Instance read(Path file) throws IOException, InstanceException {
        return new Dimacs(file).graph();
    }

    private Instance graph() throws IOException, InstanceException {
        String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String text : whole.lines().toList()) {
            line++;
            String[] words = text.strip().split("\\s+");
            switch (words[0]) {
                case "p" -> problem(words);
                case "e", "a" -> edge(words);
                // Comments, and what other problems on graphs say of their vertices.
                case "", "c", "n", "d", "v", "x", "\u001A" -> {
                }
                default -> throw refused("a line begins with c, p or e, not with " + Tokens.shown(words[0]));
            }
        }
        if (vertices < 0) {
            throw refused("there is no line p edge VERTICES EDGES");
        }
        List<String> notes = new ArrayList<>();
        if (loops > 0) {
            notes.add(loops + " edges from a vertex to itself are left out.");
        }
        // Of collections that list each edge once some announce it twice, and the other way round.
        if (listed != announced && edges.size() != announced && 2L * edges.size() != announced) {
            String counts = announced + " edges are announced, " + listed + " are there";
            if (listed < announced && !whole.endsWith("\n")) {
                throw refused("the file breaks off: " + counts);
            }
            notes.add(counts + ".");
        }
        return new Instance(Instance.nameOf(file), new GraphColouring(vertices, List.copyOf(edges)), notes);
    }

    private void problem(String[] words) throws InstanceException {
        if (vertices >= 0) {
            throw refused("there is a second line that begins with p");
        }
        if (words.length < 4) {
            throw refused("expected: p edge VERTICES EDGES");
        }
        vertices = number(words[2], 0, Integer.MAX_VALUE);
        if (vertices > MOST) {
            throw refused("graphs of up to " + MOST + " vertices can be coloured, this one has " + vertices);
        }
        announced = number(words[3], 0, Integer.MAX_VALUE);
    }

    private void edge(String[] words) throws InstanceException {
        if (vertices < 0) {
            throw refused("an edge stands before the line that begins with p");
        }
        if (words.length < 3) {
            throw refused("expected: e FROM TO");
        }
        listed++;
        int from = number(words[1], 1, vertices);
        int to = number(words[2], 1, vertices);
        if (from == to) {
            // Found in collections made from texts; no colouring could keep it.
            loops++;
            return;
        }
        edges.add(Edge.of(from - 1, to - 1));
    }

    private int number(String word, int least, int greatest) throws InstanceException {
        try {
            int number = Integer.parseInt(word);
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            throw refused("not a whole number: " + Tokens.shown(word));
        }
        throw refused(word + " is not between " + least + " and " + greatest);
    }

    private InstanceException refused(String reason) {
        return new InstanceException(file, line, reason);
    }
}
