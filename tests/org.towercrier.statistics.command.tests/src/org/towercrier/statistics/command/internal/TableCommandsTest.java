package org.towercrier.statistics.command.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.command.RefusedException;
import org.towercrier.command.UsageException;

import com.fasterxml.jackson.databind.JsonNode;

/** The commands on tables as people write them. */
class TableCommandsTest {

    private static final String LIVES = """
            months;left;plan;fee
            1,5;VRAI;basic;10,5
            2;FAUX;basic;11
            3;VRAI;basic;9,25
            4;VRAI;gold;20
            months;left;plan;fee
            5;FAUX;gold;21,5
            ;VRAI;gold;22
            7;VRAI;gold
            6;;gold;23
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path file(String name, String text, Charset charset) throws Exception {
        return Files.writeString(folder.resolve(name), text, charset);
    }

    @Test
    void aTableOfAnotherCountryIsReadAndWhatCannotBeUsedIsCounted() throws Exception {
        Path file = file("lives.csv", LIVES, StandardCharsets.UTF_8);
        Run run = Run.of(new SurvivalCommand(), file.toString(), "--duration", "months", "--event", "left", "--by", "plan");
        JsonNode json = run.json();
        assertEquals(5, json.get("n").asInt());
        assertEquals(3, json.get("events").asInt());
        assertEquals("basic", json.at("/curves/0/group").asText());
        assertEquals(1.5, json.at("/curves/0/points/0/time").asDouble());
        assertEquals(2 / 3.0, json.at("/curves/0/points/0/survival").asDouble(), 1e-15);
        assertEquals(3, json.at("/curves/0/points/0/atRisk").asInt());
        assertTrue(json.at("/curves/0/points/0/lower").isNumber());
        assertEquals(1, json.at("/logRank/df").asInt());
        assertTrue(json.get("cox").isNull());
        assertEquals(4, json.get("leftOut").size());
        assertTrue(run.notes().contains("line 9"), run.notes());
    }

    @Test
    void packedAndInAnotherEncodingItIsTheSameTable() throws Exception {
        Path file = folder.resolve("lives.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(LIVES.replace("plan", "套餐类型").replace("left", "是否离网").replace("VRAI", "是").replace("FAUX", "否").getBytes("GB18030"));
        }
        Run run = Run.of(Locale.SIMPLIFIED_CHINESE, new SurvivalCommand(), file.toString(), "--duration", "months", "--event", "是否离网",
                "--by",
                "套餐类型", "--encoding", "GB18030");
        assertEquals(5, run.json().get("n").asInt());
        assertTrue(run.text().contains("对数秩检验"), run.text());
    }

    @Test
    void wordsOfAModelBecomeColumnsAgainstAReferenceThatIsSaid() throws Exception {
        StringBuilder table = new StringBuilder("time,churn,contract,fee,same\n");
        for (int i = 0; i < 60; i++) {
            table.append(1 + i * 7 % 23).append(',').append(i % 3 == 0 ? "Yes" : "No").append(',').append(i % 2 == 0 ? "Monthly" : "Yearly")
                    .append(',').append(i == 5 ? "" : String.valueOf(20 + i * 11 % 17)).append(",4\n");
        }
        Path file = file("model.csv", table.toString(), StandardCharsets.UTF_8);
        Run run = Run.of(new SurvivalCommand(), file.toString(), "--duration", "time", "--event", "churn=Yes", "--cox",
                "contract,fee,same");
        JsonNode cox = run.json().get("cox");
        assertEquals(59, cox.get("n").asInt());
        assertEquals("Monthly", cox.at("/references/contract").asText());
        assertEquals("contract=Yearly", cox.at("/coefficients/0/name").asText());
        assertTrue(cox.at("/coefficients/2/coef").isNull());
        assertEquals(2, cox.get("proportionalHazards").size());
        assertTrue(run.notes().contains("fee"), run.notes());
    }

    @Test
    void whatIsWrongIsSaidWithFileLineColumnAndReason() throws Exception {
        Path file = file("bad.csv", "months,left\n3,yes\nsoon,no\n4,maybe\n", StandardCharsets.UTF_8);
        RefusedException number = assertThrows(RefusedException.class,
                () -> Run.of(new SurvivalCommand(), file.toString(), "--duration", "months", "--event", "left"));
        for (String part : new String[]{ "bad.csv", "line 3", "months", "soon" }) {
            assertTrue(String.valueOf(number.getMessage()).contains(part), number.getMessage());
        }
        Path words = file("words.csv", "months,left\n3,yes\n2,no\n4,maybe\n", StandardCharsets.UTF_8);
        RefusedException truth = assertThrows(RefusedException.class,
                () -> Run.of(new SurvivalCommand(), words.toString(), "--duration", "months", "--event", "left"));
        assertTrue(String.valueOf(truth.getMessage()).contains("line 4"), truth.getMessage());
        UsageException column = assertThrows(UsageException.class,
                () -> Run.of(new SurvivalCommand(), words.toString(), "--duration", "years", "--event", "left"));
        assertTrue(String.valueOf(column.getMessage()).contains("months, left"), column.getMessage());
        assertThrows(RefusedException.class,
                () -> Run.of(new ParetoCommand(), folder.resolve("absent.csv").toString(), "--value", "x"));
        Path ambiguous = file("ambiguous.csv", "value\tname\n1,234\ta\n2,345\tb\n", StandardCharsets.UTF_8);
        assertThrows(RefusedException.class, () -> Run.of(new ParetoCommand(), ambiguous.toString(), "--value", "value"));
        JsonNode decided = Run.of(new ParetoCommand(), ambiguous.toString(), "--value", "value", "--decimal", ",").json();
        assertEquals(3.579, decided.get("total").asDouble(), 1e-12);
    }

    @Test
    void anExperimentIsJudgedAgainstTheControlThatIsNamed() throws Exception {
        StringBuilder table = new StringBuilder("who,segment,visit,spend,unsubscribed,score\n");
        for (int i = 0; i < 6000; i++) {
            int arm = i % 3;
            int block = i / 3;
            boolean visit = block % 20 < (arm == 0 ? 2 : arm == 1 ? 4 : 1);
            table.append(i).append(',').append(new String[]{ "No E-Mail", "Mens, new", "Womens" }[arm]).append(',');
            table.append(visit ? "yes" : "no").append(',').append(visit ? "12.5" : "0").append(',')
                    .append(arm == 2 && block % 10 == 0 ? 1 : 0)
                    .append(',').append(block % 97).append('\n');
        }
        Path file = file("arms.csv", table.toString().replace("Mens, new", "\"Mens, new\""), StandardCharsets.UTF_8);
        JsonNode json = Run.of(new ExperimentCommand(), file.toString(), "--arm", "segment", "--control", "no e-mail", "--outcome",
                "visit,spend,unsubscribed", "--lower-is-better", "unsubscribed", "--score", "score", "--cost", "1000", "--margin", "0.5")
                .json();
        assertEquals("No E-Mail", json.get("control").asText());
        assertEquals(3, json.get("arms").size());
        assertEquals("binary", json.at("/arms/0/outcomes/0/kind").asText());
        assertEquals("numeric", json.at("/arms/0/outcomes/1/kind").asText());
        assertEquals(.1, json.at("/effects/0/absolute").asDouble(), 1e-12);
        assertEquals(1, json.at("/effects/0/relative").asDouble(), 1e-12);
        assertTrue(json.at("/sampleRatio/ok").asBoolean());
        assertEquals("proven", json.at("/verdicts/0/verdict").asText());
        assertEquals("harmful", json.at("/verdicts/1/verdict").asText());
        assertEquals("harmful", json.at("/verdicts/5/verdict").asText());
        assertEquals((2000 * 1.25 * .5 - 1000) / 1000, json.at("/incrementalReturn/0/value").asDouble(), 1e-9);
        assertEquals(6, json.get("qini").size());
        assertTrue(json.at("/qini/0/lower").asDouble() < json.at("/qini/0/upper").asDouble());
        JsonNode planned = Run
                .of(new ExperimentCommand(), file.toString(), "--arm", "segment", "--control", "No E-Mail", "--outcome", "visit",
                        "--split", "No E-Mail=50,Mens, new=25,Womens=25")
                .json();
        assertFalse(planned.at("/sampleRatio/ok").asBoolean());
        UsageException arm = assertThrows(UsageException.class,
                () -> Run.of(new ExperimentCommand(), file.toString(), "--arm", "segment", "--control", "nobody", "--outcome", "visit"));
        assertTrue(String.valueOf(arm.getMessage()).contains("Womens"), arm.getMessage());
    }

    @Test
    void whatTheLargestHoldIsMeasuredAndBlanksAreSaid() throws Exception {
        Path file = file("value.csv", "id,spend,town\n1,80,A\n2,10,A\n3,5,B\n4,5,B\n5,,B\n", StandardCharsets.UTF_8);
        JsonNode json = Run.of(new ParetoCommand(), file.toString(), "--value", "spend", "--by", "town").json();
        assertEquals(5, json.get("n").asInt());
        assertEquals(1, json.get("blank").asInt());
        assertEquals(.8, json.at("/top/share").asDouble(), 1e-12);
        assertEquals(.2, json.get("holdersOf80Percent").asDouble(), 1e-12);
        assertEquals(.9, json.at("/groups/0/shareOfValue").asDouble(), 1e-12);
        assertEquals(101, json.get("lorenz").size());
        assertEquals(4, Run.of(new ParetoCommand(), file.toString(), "--value", "spend", "--leave-out-blanks").json().get("n").asInt());
    }

    @Test
    void itemsOfASurveyAreFoundAndPlaced() throws Exception {
        StringBuilder table = new StringBuilder("id,overall,network,\"price, all\",hall,region\n");
        for (int i = 0; i < 200; i++) {
            int overall = 1 + i % 10;
            table.append(1000 + i).append(',').append(overall).append(',').append(Math.max(1, overall - i % 2)).append(',')
                    .append(Math.min(10, overall / 2 + 1 + i % 5)).append(',').append(10 - i % 3 * 4).append(',').append(i % 4 * 100)
                    .append('\n');
        }
        Path file = file("survey.csv", table.toString(), StandardCharsets.UTF_8);
        JsonNode json = Run.of(new IpaCommand(), file.toString(), "--overall", "overall", "--crosshair", "median").json();
        assertEquals(3, json.get("items").size());
        assertEquals("median", json.at("/crosshair/performanceAt").asText());
        assertTrue(json.at("/items/0/importance").asDouble() > json.at("/items/2/importance").asDouble());
        JsonNode stated = Run.of(new IpaCommand(), file.toString(), "--items", "network,price, all", "--importance", "hall,overall",
                "--crosshair", "middle", "--scale", "1-10").json();
        assertEquals("stated", stated.get("importance").asText());
        assertEquals(5.5, stated.at("/crosshair/importance").asDouble());
        assertEquals("price, all", stated.at("/items/1/item").asText());
        assertThrows(UsageException.class, () -> Run.of(new IpaCommand(), file.toString(), "--items", "network"));
    }

    @Test
    void everyTextIsThereInThreeLanguages() throws Exception {
        Properties english = texts("");
        for (String language : new String[]{ "_zh_CN", "_zh_TW" }) {
            Properties other = texts(language);
            assertEquals(english.keySet(), other.keySet());
        }
    }

    private static Properties texts(String language) throws Exception {
        Properties texts = new Properties();
        try (var in = new java.io.InputStreamReader(
                SurvivalCommand.class.getClassLoader().getResourceAsStream("OSGI-INF/l10n/statistics" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }
}
