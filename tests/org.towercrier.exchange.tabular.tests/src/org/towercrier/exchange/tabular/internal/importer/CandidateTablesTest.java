package org.towercrier.exchange.tabular.internal.importer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.towercrier.exchange.FileReport;
import org.towercrier.exchange.ImportReport;
import org.towercrier.exchange.ImportRequest;
import org.towercrier.exchange.tabular.internal.TestWorkspace;

/** Lists of places where a new site could be built. */
class CandidateTablesTest {

    private static final String CHINESE = """
            候选站名称;纬度;经度;备注
            学校屋顶;31,2304;121,4737;可谈
            水塔;31,2410;121,4802;
            坏坐标;95,1;121,5;超界
            没有坐标;;;
            学校屋顶;31,9;121,9;重复
            ;;;无名
            """;

    @AutoClose
    private final TestWorkspace workspace = TestWorkspace.open();

    private static ImportRequest asCandidates(Path file, boolean strict) {
        return new ImportRequest(List.of(file), Optional.empty(), Optional.of(Path.of("candidate-sites")), Optional.empty(), false, strict);
    }

    private List<Object> names() throws Exception {
        return workspace.rows("select name from candidate_site order by latitude").stream().map(row -> row.get("name")).toList();
    }

    @Test
    void aChineseListWithDecimalCommasIsReadAndWhatIsWrongInItIsSaidWithItsLine() throws Exception {
        Path file = workspace.file("list.csv", CHINESE, Charset.forName("GB18030"));
        ImportReport report = workspace.run(ImportRequest.of(file));
        assertEquals(List.of("学校屋顶", "水塔"), names());
        assertEquals(31.2304, ((Number) workspace.value("select min(latitude) from candidate_site")).doubleValue(), 1e-12);
        assertEquals("可谈", workspace.value("select note from candidate_site where name = '学校屋顶'"));
        assertEquals(0, workspace.count("Site"));
        String refused = TestWorkspace.quarantine(report);
        assertTrue(refused.contains("list.csv,4,纬度,95.1,"), refused);
        assertTrue(refused.contains("list.csv,5,"), refused);
        assertTrue(refused.contains("list.csv,7,"), refused);
        FileReport told = report.files().getFirst();
        assertEquals(1, told.conflicts(), "the same name at another place: " + told);
    }

    @Test
    void nothingOfAListIsStoredWhenEveryRowMustBeRight() throws Exception {
        Path file = workspace.file("list.csv", CHINESE, Charset.forName("GB18030"));
        FileReport told = workspace.run(asCandidates(file, true)).files().getFirst();
        assertTrue(told.refused().isPresent(), told.toString());
        assertEquals(0, workspace.count("CandidateSite"));
    }

    @Test
    void aListOfPlacesIsOneOfCandidatesWhenItIsSaidToBeAndOneOfSitesOtherwise() throws Exception {
        Path file = workspace.file("places.csv", "Name,Lat (deg),Long (deg),Remark\nSchool roof,48.005,11.0,agreed\nTower,abc,11.1,\n");
        ImportReport report = workspace.run(asCandidates(file, false));
        assertEquals(List.of("School roof"), names());
        assertEquals("agreed", workspace.value("select note from candidate_site"));
        assertTrue(TestWorkspace.quarantine(report).contains("places.csv,3,Lat (deg),abc,"), TestWorkspace.quarantine(report));
        assertEquals(0, workspace.count("Site"));
        workspace.run(ImportRequest.of(file));
        assertEquals(1, workspace.count("Site"));
    }

    @Test
    void aProfileOfOnesOwnThatNamesTheClassAloneHoldsForAnyFormat() throws Exception {
        Path profile = workspace.file("as-candidates.yaml", "target: CandidateSite\n");
        Path file = workspace.file("map.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","geometry":{"type":"Point","coordinates":[121.47,31.23]},"properties":{"name":"Roof","note":"ok"}},
                {"type":"Feature","geometry":{"type":"Point","coordinates":[31.23,121.47]},"properties":{"name":"Swapped"}},
                {"type":"Feature","geometry":null,"properties":{"name":"Nowhere"}}]}
                """);
        ImportReport report = workspace
                .run(new ImportRequest(List.of(file), Optional.empty(), Optional.of(profile), Optional.empty(), false, false));
        assertEquals(List.of("Roof"), names());
        assertEquals(2, report.files().getFirst().quarantined(), report.toString());
        assertTrue(TestWorkspace.quarantine(report).contains("look swapped"), TestWorkspace.quarantine(report));
    }

    @Test
    void theSameListAgainChangesNothing() throws Exception {
        Path file = workspace.file("places.csv", "candidate,lat,lon\nRoof,48.005,11.0\n");
        workspace.run(ImportRequest.of(file));
        FileReport again = workspace.one(file);
        assertEquals(1, again.unchanged(), again.toString());
        assertEquals(List.of("Roof"), names());
    }

    @Test
    void aTableWithoutPlacesIsRefusedAsAWhole() throws Exception {
        Path file = workspace.file("other.csv", "colour,size\nred,3\n");
        FileReport told = workspace.run(asCandidates(file, false)).files().getFirst();
        assertTrue(told.refused().filter(why -> why.contains("colour")).isPresent(), told.toString());
    }
}
