package org.towercrier.exchange.ui.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImporterInfo;
import org.towercrier.exchange.Survey;
import org.towercrier.exchange.Survey.FileSurvey;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.ui.internal.Texts;

class WordsTest {

    private static final ImporterInfo CSV = new ImporterInfo("csv", "Table, CSV", List.of("csv"),
            List.of("Cell", "Site", "CellMeasurement", "AccessPoint"));

    private final Words words = new Words(new Texts(Locale.ENGLISH), List.of(CSV));

    private static FileReport file(String format, long rows, long stored, long quarantined, long conflicts, String warning,
            String refused) {
        return new FileReport("/data/x.csv", format, rows, stored, 0, quarantined, conflicts,
                warning.isEmpty() ? List.of() : List.of(warning), Optional.of(refused).filter(text -> !text.isEmpty()));
    }

    @Test
    void theWorstThingDecidesTheStateOfAFile() {
        assertEquals(FileState.REFUSED, FileState.of(file("csv", 9, 0, 3, 2, "w", "bad")));
        assertEquals(FileState.CONFLICTS, FileState.of(file("csv", 9, 5, 3, 2, "", "")));
        assertEquals(FileState.QUARANTINED, FileState.of(file("csv", 9, 5, 3, 0, "w", "")));
        assertEquals(FileState.WARNED, FileState.of(file("csv", 9, 9, 0, 0, "w", "")));
        assertEquals(FileState.STORED, FileState.of(file("csv", 9, 9, 0, 0, "", "")));
        assertEquals(FileState.UNCHANGED, FileState.of(file("csv", 9, 0, 0, 0, "w", "")));
        assertEquals(FileState.WARNED, FileState.of(file("csv", 0, 0, 0, 0, "no rows", "")));
        assertEquals(FileState.SKIPPED, FileState.of(file("", 0, 0, 0, 0, "skipped", "")));
    }

    @Test
    void theTotalsMentionOnlyTroubleThatOccurred() {
        ImportReport clean = new ImportReport(List.of(file("csv", 1200, 1200, 0, 0, "", "")), Optional.empty());
        assertEquals("Imported: 1 file, 1,200 rows, 1,200 stored, 0 known already",
                words.outcome(new Outcome.Finished(false, clean)));
        ImportReport mixed = new ImportReport(List.of(file("csv", 10, 6, 3, 1, "", ""), file("csv", 0, 0, 0, 0, "", "bad")),
                Optional.of(Path.of("q.csv")));
        assertEquals(
                "Dry run, nothing was stored: 2 files, 10 rows, 6 would be stored, 0 known, 3 put aside, 1 conflict, 1 file refused",
                words.outcome(new Outcome.Finished(true, mixed)));
    }

    @Test
    void aFileSaysWhatItBecomesByItsProfileElseByItsFormat() {
        ImportProfile profile = ImportProfile.of("mine", "Cell", "csv");
        assertEquals("Cell", words.becomes(survey(Optional.of(CSV), Optional.of(profile))));
        assertEquals("", words.becomes(survey(Optional.of(CSV), Optional.empty())));
        ImporterInfo narrow = new ImporterInfo("wigle", "WiGLE", List.of(), List.of("Cell", "Site"));
        assertEquals("Cell, Site", words.becomes(survey(Optional.of(narrow), Optional.empty())));
        assertEquals("not recognised", words.reader(survey(Optional.empty(), Optional.empty())));
    }

    @Test
    void aSurveyIsSummedUpInOneLine() {
        FileSurvey known = survey(Optional.of(CSV), Optional.empty());
        FileSurvey unknown = survey(Optional.empty(), Optional.empty());
        assertEquals("2 files, 1.5 kB; 1 not recognised",
                words.found(new Look.Found(new Survey(List.of(known, unknown), 2, 1500, true)), false));
        assertEquals("4,000 files, 2.0 MB; the first 1 are shown",
                words.found(new Look.Found(new Survey(List.of(known), 4000, 2_000_000, false)), false));
        assertEquals("gone", words.found(new Look.Failed("gone"), false));
    }

    @Test
    void columnsSayWhatTheyBecome() {
        ImportProfile profile = ImportProfile.of("p", "CellMeasurement", "csv")
                .withColumns(Map.of("PRBUsageDL", new ImportProfile.Column("RRU.PrbTotDl", "percent"), "Cell Name",
                        new ImportProfile.Column("object")))
                .withTime(ImportProfile.TimeColumns.of(List.of("Time")));
        ColumnMeanings meanings = new ColumnMeanings(profile);
        assertEquals("prb usage-dl \u2192 RRU.PrbTotDl [percent]", words.column("prb usage-dl", meanings.of("prb usage-dl")));
        assertEquals("CellName \u2192 object", words.column("CellName", meanings.of("CellName")));
        assertEquals("Time \u2192 time", words.column("Time", meanings.of("Time")));
        assertEquals("other (kept as it is)", words.column("other", meanings.of("other")));
    }

    @Test
    void columnsOfATemplateBecomeItsAttribute() {
        ImportProfile profile = new ImportProfile("p", "", "Cell", "csv", ImportProfile.Layout.DEFAULT, Optional.empty(),
                Map.of(), Map.of("id", "{SITE}-{SECTOR}"), Map.of(), List.of(""), List.of("Comment"), Optional.empty(),
                Optional.empty());
        ColumnMeanings meanings = new ColumnMeanings(profile);
        assertEquals(new ColumnMeanings.Meaning.Value("id", ""), meanings.of("Sector"));
        assertEquals(new ColumnMeanings.Meaning.Ignored(), meanings.of("comment"));
    }

    @Test
    void namesOfFilesBeginAtTheirSource() {
        Path root = Path.of("pm").toAbsolutePath();
        List<Path> sources = List.of(root);
        assertEquals(new FileNames("a.xml", "pm/day"), FileNames.of(sources, root.resolve("day/a.xml").toString()));
        assertEquals(new FileNames("b.xml", "pm/a.zip \u203A in"), FileNames.of(sources, root.resolve("a.zip") + "!/in/b.xml"));
        assertEquals(new FileNames("b.xml", "pm/a.zip"), FileNames.of(sources, root.resolve("a.zip") + "!/b.xml"));
        assertEquals(new FileNames("c.csv", ""), FileNames.of(sources, Path.of("/somewhere/c.csv").toString()));
    }

    @Test
    void progressNamesTheFileAndThenTheStoring() {
        Running begun = Running.begin(false);
        assertEquals("Starting\u2026", words.progress(Optional.of(begun)));
        Running reading = begun.at("/pm/A1.xml", 2, 10).read(250, 1000);
        assertEquals("File 3 of 10: A1.xml (25 %)", words.progress(Optional.of(reading)));
        assertEquals("Storing\u2026", words.progress(Optional.of(reading.merging())));
        assertEquals("", words.progress(Optional.empty()));
    }

    private static FileSurvey survey(Optional<ImporterInfo> importer, Optional<ImportProfile> profile) {
        return new FileSurvey("/data/x.csv", 10, importer, "", profile, Optional.empty(), Optional.empty());
    }
}
