package org.towercrier.capacity.internal.rules;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.common.util.WrappedException;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.emf.ecore.xmi.XMLResource;
import org.towercrier.capacity.Evidence.Sentence;
import org.towercrier.capacity.RuleProblem;
import org.towercrier.capacity.RuleSetException;
import org.towercrier.capacity.internal.detect.RuleCompiler;
import org.towercrier.capacity.internal.detect.RuleProblems;
import org.towercrier.capacity.internal.kpi.KpiBook;
import org.towercrier.capacity.internal.kpi.ShippedModels;
import org.towercrier.model.alarm.RuleSet;

/** Rule sets as text: YAML in and out, XMI in. */
final class RuleFiles {

    private static final long LARGEST_FILE = 16L << 20;

    /** No document type: no entities, neither internal nor external. */
    private static final Map<String, Boolean> SECURE = Map.of("http://apache.org/xml/features/disallow-doctype-decl", true);

    private final KpiBook kpis;
    private final RuleUnits units;

    RuleFiles(KpiBook kpis) {
        this.kpis = kpis;
        this.units = new RuleUnits(kpis);
    }

    String text(RuleSet set) {
        return new RuleTextWriter(units, true).write(set);
    }

    /** Digest of what a set does: its name, rules and overrides, not what it is called and described as. */
    String digest(RuleSet set) {
        RuleSet bare = EcoreUtil.copy(set);
        bare.setLabel(null);
        bare.setDescription(null);
        bare.getRules().forEach(rule -> rule.setLabel(null));
        bare.getOverrides().forEach(override -> override.setNote(null));
        byte[] text = new RuleTextWriter(units, false).write(bare).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("Every Java runtime has SHA-256", never);
        }
    }

    RuleSet read(Path file) throws RuleSetException {
        try {
            long size = Files.size(file);
            if (size > LARGEST_FILE) {
                throw unreadable(file.toString(), size + " B", List.of());
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            text = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return text.stripLeading().startsWith("<") ? xmi(file, bytes) : parse(file.getFileName().toString(), text);
        } catch (CharacterCodingException notUtf8) {
            throw unreadable(file.toString(), "UTF-8", List.of());
        } catch (IOException | WrappedException broken) {
            throw new RuleSetException(sentence("rules.unreadable", file, String.valueOf(broken.getMessage())), broken);
        }
    }

    private static RuleSet xmi(Path file, byte[] bytes) throws IOException, RuleSetException {
        Resource resource = ShippedModels.resources().createResource(URI.createFileURI(file.toAbsolutePath().toString()));
        resource.load(new ByteArrayInputStream(bytes), Map.of(XMLResource.OPTION_PARSER_FEATURES, SECURE));
        if (resource.getContents().size() == 1 && resource.getContents().getFirst() instanceof RuleSet set) {
            return EcoreUtil.copy(set);
        }
        throw unreadable(file.toString(), "RuleSet", List.of());
    }

    /** Reads a text; what is wrong in it is said with file, line and reason, all of it at once. */
    RuleSet parse(String file, String text) throws RuleSetException {
        RuleTextReader.Reading reading = new RuleTextReader(units).read(text);
        List<RuleProblem> problems = new ArrayList<>();
        reading.faults().stream().sorted(Comparator.comparingInt(RuleTextReader.Fault::line))
                .forEach(fault -> problems.add(new RuleProblem("", "", at(file, fault.line(), fault.reason().text(Locale.getDefault())))));
        if (problems.isEmpty()) {
            RuleProblems found = new RuleProblems();
            new RuleCompiler(kpis, found).compile(reading.set());
            List<String> ids = reading.set().getRules().stream().map(rule -> String.valueOf(rule.getId())).toList();
            for (RuleProblem each : found.in(Locale.getDefault())) {
                // Of two rules with one identity the problem is the later one's.
                int line = reading.line(ids.lastIndexOf(each.rule()), each.feature());
                problems.add(new RuleProblem(each.rule(), each.feature(),
                        at(file, line, (each.feature() + ": ").replaceFirst("^: $", "") + each.message())));
            }
        }
        if (!problems.isEmpty()) {
            String lines = problems.stream().map(RuleProblem::message).collect(Collectors.joining("\n"));
            throw unreadable(file, "\n" + lines, problems);
        }
        return reading.set();
    }

    private static String at(String file, int line, String reason) {
        return file + ":" + line + ": " + reason;
    }

    private static RuleSetException unreadable(String file, String reason, List<RuleProblem> problems) {
        return new RuleSetException(sentence("rules.unreadable", file, reason), problems);
    }

    void write(RuleSet set, Path file) throws RuleSetException {
        try {
            Files.writeString(file, text(set), StandardCharsets.UTF_8);
        } catch (IOException refused) {
            throw new RuleSetException(sentence("rules.unwritable", file, String.valueOf(refused.getMessage())), refused);
        }
    }

    private static String sentence(String key, Object... arguments) {
        return Sentence.of(key, arguments).text(Locale.getDefault());
    }
}
