package org.towercrier.planning.internal.instance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.towercrier.planning.FrequencyAssignment.Goal;

/**
 * Radio links as text, in files that belong together: {@code var} (link, domain and perhaps present frequency and mobility), {@code dom} (domain, size,
 * frequencies), {@code ctr} (link, link, perhaps a type, operator, distance and perhaps a class) and perhaps {@code cst} (prices of the classes). Any one
 * of them, or their folder, names the instance. Leading counts, as some collections have them, are skipped.
 */
final class CalmaText {

    private static final Pattern PRICE = Pattern.compile("\\b([ab])([1-4])\\s*=\\s*(\\d+(?:\\.\\d+)?)", Pattern.CASE_INSENSITIVE);
    private static final List<String> KINDS = List.of("var", "dom", "ctr", "cst");

    private final Map<String, Path> files;
    private final RadioLinks links = new RadioLinks();
    private final Map<Integer, int[]> domains = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private boolean typed;

    private CalmaText(Map<String, Path> files) {
        this.files = files;
    }

    static Instance read(Path path, Goal named) throws IOException, InstanceException {
        Map<String, Path> files = companions(path);
        for (String kind : List.of("var", "dom", "ctr")) {
            if (!files.containsKey(kind)) {
                throw new InstanceException(path, 0, "the file " + kind + " that belongs to it is not there");
            }
        }
        CalmaText text = new CalmaText(files);
        text.domains();
        text.variables();
        text.constraints();
        return text.instance(path, named);
    }

    /** Files of the same instance: {@code ctr2-f24.txt} belongs to {@code var2-f24.txt}, beside it or in the neighbouring folder {@code var}. */
    private static Map<String, Path> companions(Path path) throws IOException {
        Map<String, Path> found = new HashMap<>();
        if (Files.isDirectory(path)) {
            try (var files = Files.list(path)) {
                files.forEach(file -> kindOf(file).ifPresent(kind -> found.putIfAbsent(kind, file)));
            }
            return found;
        }
        String name = String.valueOf(path.getFileName());
        Optional<String> own = kindOf(path);
        if (own.isEmpty()) {
            return found;
        }
        String rest = name.substring(own.get().length());
        Path folder = path.toAbsolutePath().getParent();
        for (String kind : KINDS) {
            for (Path candidate : List.of(folder.resolve(kind + rest), folder.resolveSibling(kind).resolve(kind + rest),
                    folder.resolve(kind.toUpperCase(Locale.ROOT) + rest))) {
                if (Files.isRegularFile(candidate)) {
                    found.putIfAbsent(kind, candidate);
                }
            }
        }
        return found;
    }

    private static Optional<String> kindOf(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return KINDS.stream().filter(name::startsWith).findFirst();
    }

    private Instance instance(Path path, Goal named) throws IOException, InstanceException {
        double[] interference = new double[RadioLinks.CLASSES];
        double[] moving = new double[RadioLinks.CLASSES];
        boolean priced = false;
        String prose = "";
        Path costs = files.get("cst");
        if (costs != null) {
            prose = Files.readString(costs, StandardCharsets.ISO_8859_1);
            Matcher matcher = PRICE.matcher(prose);
            while (matcher.find()) {
                double[] list = matcher.group(1).equalsIgnoreCase("a") ? interference : moving;
                list[Integer.parseInt(matcher.group(2))] = Double.parseDouble(matcher.group(3));
                priced = true;
            }
        }
        Goal goal = named;
        if (goal == null) {
            if (priced && links.hasPrices(interference)) {
                goal = Goal.LEAST_COST;
            } else if (prose.toLowerCase(Locale.ROOT).contains("span")) {
                goal = Goal.LOWEST_TOP;
            } else {
                // Without a word about the goal: files with types are those of the project, which asked for few frequencies.
                goal = typed ? Goal.FEWEST : Goal.ANY;
            }
        }
        return new Instance(name(path), links.build(goal, interference, moving), notes);
    }

    private static String name(Path path) {
        String name = Instance.nameOf(path);
        Optional<String> kind = Files.isDirectory(path) ? Optional.empty() : kindOf(path);
        String rest = kind.map(word -> name.substring(word.length())).orElse(name);
        return rest.isEmpty() ? Instance.nameOf(path.toAbsolutePath().getParent()) : rest;
    }

    private List<String[]> lines(String kind) throws IOException, InstanceException {
        List<String[]> lines = new ArrayList<>();
        String text = Files.readString(files.get(kind), StandardCharsets.ISO_8859_1);
        text.lines().forEach(line -> lines.add(line.strip().split("\\s+")));
        compareCount(kind, lines, !text.endsWith("\n"));
        return lines;
    }

    /** Where the first line announces how many follow. */
    private void compareCount(String kind, List<String[]> lines, boolean brokenOff) throws InstanceException {
        if (lines.isEmpty() || lines.getFirst().length != 1 || lines.getFirst()[0].isEmpty()) {
            return;
        }
        int announced = whole(kind, 0, lines.getFirst()[0]);
        long there = lines.stream().skip(1).filter(words -> !words[0].isEmpty()).count();
        if (there != announced) {
            String counts = announced + " lines are announced, " + there + " follow";
            if (there < announced && brokenOff) {
                throw new InstanceException(files.get(kind), lines.size(), "the file breaks off: " + counts);
            }
            notes.add(files.get(kind).getFileName() + ": " + counts + ".");
        }
    }

    private static boolean isBlankOrCount(String[] words, int line) {
        return words.length == 1 && (words[0].isEmpty() || line == 0);
    }

    private int whole(String kind, int line, String word) throws InstanceException {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException notANumber) {
            throw new InstanceException(files.get(kind), line + 1, "not a whole number: " + Tokens.shown(word));
        }
    }

    private int amount(String kind, int line, String word) throws InstanceException {
        int value = whole(kind, line, word);
        if (value < 0) {
            throw new InstanceException(files.get(kind), line + 1, "this must not be negative: " + value);
        }
        return value;
    }

    private void domains() throws IOException, InstanceException {
        List<String[]> lines = lines("dom");
        for (int l = 0; l < lines.size(); l++) {
            String[] words = lines.get(l);
            if (isBlankOrCount(words, l)) {
                continue;
            }
            if (words.length < 3) {
                throw new InstanceException(files.get("dom"), l + 1, "expected: DOMAIN SIZE FREQUENCY…");
            }
            int size = whole("dom", l, words[1]);
            if (size != words.length - 2) {
                throw new InstanceException(files.get("dom"), l + 1,
                        size + " frequencies are announced, " + (words.length - 2) + " follow");
            }
            int[] frequencies = new int[size];
            for (int i = 0; i < size; i++) {
                frequencies[i] = amount("dom", l, words[i + 2]);
            }
            domains.put(whole("dom", l, words[0]), frequencies);
        }
    }

    private void variables() throws IOException, InstanceException {
        List<String[]> lines = lines("var");
        for (int l = 0; l < lines.size(); l++) {
            String[] words = lines.get(l);
            if (isBlankOrCount(words, l)) {
                continue;
            }
            if (words.length != 2 && words.length != 4) {
                throw new InstanceException(files.get("var"), l + 1, "expected: LINK DOMAIN, or LINK DOMAIN FREQUENCY MOBILITY");
            }
            int[] domain = domains.get(whole("var", l, words[1]));
            if (domain == null) {
                throw new InstanceException(files.get("var"), l + 1, "there is no domain " + words[1]);
            }
            Integer present = words.length == 4 ? (Integer) whole("var", l, words[2]) : null;
            int mobility = words.length == 4 ? classOf("var", l, words[3]) : 0;
            if (!links.link(whole("var", l, words[0]), domain, present, mobility)) {
                throw new InstanceException(files.get("var"), l + 1, "link " + words[0] + " is there already");
            }
        }
        if (links.size() == 0) {
            throw new InstanceException(files.get("var"), 0, "there is no link in it");
        }
    }

    private int classOf(String kind, int line, String word) throws InstanceException {
        int value = whole(kind, line, word);
        if (value < 0 || value >= RadioLinks.CLASSES) {
            throw new InstanceException(files.get(kind), line + 1, "a class is from 0 to 4: " + value);
        }
        return value;
    }

    private void constraints() throws IOException, InstanceException {
        List<String[]> lines = lines("ctr");
        for (int l = 0; l < lines.size(); l++) {
            String[] words = lines.get(l);
            if (isBlankOrCount(words, l)) {
                continue;
            }
            int operator = Arrays.asList(words).indexOf(">");
            operator = operator < 0 ? Arrays.asList(words).indexOf("=") : operator;
            if (operator != 2 && operator != 3 || words.length < operator + 2 || words.length > operator + 3) {
                throw new InstanceException(files.get("ctr"), l + 1, "expected: LINK LINK [TYPE] > or = DISTANCE [CLASS]");
            }
            typed |= operator == 3;
            int one = whole("ctr", l, words[0]);
            int other = whole("ctr", l, words[1]);
            if (!links.knows(one) || !links.knows(other) || one == other) {
                throw new InstanceException(files.get("ctr"), l + 1, "there are no such two links: " + one + ", " + other);
            }
            int costClass = words.length == operator + 3 ? classOf("ctr", l, words[operator + 2]) : 0;
            links.separation(one, other, words[operator].equals("="), amount("ctr", l, words[operator + 1]), costClass);
        }
    }
}
