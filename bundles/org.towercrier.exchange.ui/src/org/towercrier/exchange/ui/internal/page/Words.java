package org.towercrier.exchange.ui.internal.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Survey;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.ui.internal.Texts;
import org.towercrier.model.ModelPackages;
import org.towercrier.model.edit.Labels;

/** What the import page says. */
final class Words {

    private final Texts texts;
    private final Labels labels;
    private final Map<String, String> formats;

    /** @param importers the installed ones, for their names */
    Words(Texts texts, List<ImporterInfo> importers) {
        this.texts = texts;
        labels = new Labels(texts.locale());
        formats = importers.stream().collect(Collectors.toMap(ImporterInfo::id, ImporterInfo::label, (a, b) -> a));
    }

    /** Name of a format by its id. */
    String format(String id) {
        return formats.getOrDefault(id, id);
    }

    /** Name of a class of the model. */
    String target(String className) {
        return ModelPackages.byName(className).map(labels::of).orElse(className);
    }

    /** What a file would become. */
    String becomes(FileSurvey file) {
        if (file.profile().isPresent()) {
            return target(file.profile().get().target());
        }
        List<String> targets = file.importer().map(ImporterInfo::targets).orElse(List.of());
        return targets.size() > 3 ? "" : String.join(", ", targets.stream().map(this::target).toList());
    }

    /** What reads a file, or that nothing does. */
    String reader(FileSurvey file) {
        String reader = file.importer().map(ImporterInfo::label).orElseGet(() -> texts.get("Found_Nobody"));
        return file.importer().isPresent() && file.trouble().isPresent() ? texts.get("Found_Refused", reader) : reader;
    }

    /** Name of a profile for people. */
    String profile(ImportProfile profile) {
        if (!profile.label().isBlank()) {
            return profile.label();
        }
        return profile.name().isBlank() ? texts.get("Profile_ByNames") : profile.name();
    }

    /** Heading of a column: its own name and what it becomes. */
    String column(String name, ColumnMeanings.Meaning meaning) {
        return switch (meaning) {
            case ColumnMeanings.Meaning.Value value -> value.unit().isEmpty()
                    ? texts.get("Column_Value", name, value.attribute())
                    : texts.get("Column_ValueUnit", name, value.attribute(), value.unit());
            case ColumnMeanings.Meaning.Time time -> texts.get("Column_Time", name);
            case ColumnMeanings.Meaning.Ignored ignored -> texts.get("Column_Ignored", name);
            case ColumnMeanings.Meaning.Kept kept -> texts.get("Column_Kept", name);
        };
    }

    /** One line about all that was found. */
    String found(Look look, boolean looking) {
        return switch (look) {
            case Look.Nothing nothing -> looking ? texts.get("Found_Looking") : "";
            case Look.Failed failed -> failed.reason();
            case Look.Found found -> found(found.survey());
        };
    }

    private String found(Survey survey) {
        long unknown = survey.files().stream().filter(file -> file.importer().isEmpty()).count();
        String all = texts.get("Found_All", survey.found(), texts.bytes(survey.bytes()));
        String some = survey.complete() ? all : texts.get("Found_First", all, survey.files().size());
        return unknown == 0 ? some : texts.get("Found_Unknown", some, unknown);
    }

    /** State of a file after a run. */
    String state(FileState state) {
        return texts.get(state.labelKey());
    }

    /** All states in the order of their gravity. */
    List<String> states() {
        return List.of(FileState.values()).stream().map(this::state).toList();
    }

    /** What there is to know about a file: why it was refused, else its warnings. */
    String remarks(FileReport file) {
        return file.refused().orElseGet(() -> String.join(" ", file.warnings()));
    }

    /** One line about a run. */
    String outcome(Outcome outcome) {
        return switch (outcome) {
            case Outcome.None none -> texts.get("Result_None");
            case Outcome.Cancelled cancelled -> texts.get("Result_Cancelled");
            case Outcome.Failed failed -> failed.reason();
            case Outcome.Finished finished -> totals(finished);
        };
    }

    private String totals(Outcome.Finished finished) {
        Totals sum = Totals.of(finished.report().files());
        String rows = texts.get(finished.dryRun() ? "Result_DryRun" : "Result_Stored", sum.files(), sum.rows(), sum.stored(),
                sum.unchanged());
        StringBuilder line = new StringBuilder(rows);
        add(line, "Result_Quarantined", sum.quarantined());
        add(line, "Result_Conflicts", sum.conflicts());
        add(line, "Result_Refused", sum.refused());
        add(line, "Result_Skipped", sum.skipped());
        return line.toString();
    }

    private void add(StringBuilder line, String key, long count) {
        if (count > 0) {
            line.append(texts.get("Result_Join")).append(texts.get(key, count));
        }
    }

    /** One line about how far a run is. */
    String progress(Optional<Running> running) {
        if (running.isEmpty()) {
            return "";
        }
        Running now = running.get();
        if (now.storing()) {
            return texts.get(now.dryRun() ? "Run_Comparing" : "Run_Storing");
        }
        int percent = (int) Math.floor(now.share() * 100);
        return now.file().map(file -> texts.get("Run_File", now.index() + 1, now.count(), shorter(file), percent))
                .orElseGet(() -> texts.get("Run_Begin"));
    }

    private static String shorter(String path) {
        int slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
        return path.substring(slash + 1);
    }
}
