package org.towercrier.exchange.ui.internal.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.ImportRequest;

class ImportDraftTest {

    @TempDir
    private Path folder;

    @Test
    void aFileOfAnAddedFolderIsNotAddedAgain() {
        ImportDraft draft = ImportDraft.EMPTY.with(List.of(folder)).with(List.of(folder.resolve("a.csv"), folder));
        assertEquals(List.of(folder), draft.sources());
    }

    @Test
    void aFolderTakesThePlaceOfItsFiles() {
        Path elsewhere = folder.resolveSibling("elsewhere.csv");
        ImportDraft draft = ImportDraft.EMPTY.with(List.of(folder.resolve("a.csv"), elsewhere)).with(List.of(folder));
        assertEquals(List.of(elsewhere, folder), draft.sources());
    }

    @Test
    void aNameThatOnlyBeginsLikeTheFolderIsAnotherFile() {
        Path similar = folder.resolveSibling(folder.getFileName() + "-2.csv");
        assertEquals(List.of(folder, similar), ImportDraft.EMPTY.with(List.of(folder, similar)).sources());
    }

    @Test
    void theRequestSaysWhatWasChosen() {
        ImportDraft draft = ImportDraft.EMPTY.with(List.of(folder)).withFormat(Optional.of("csv")).withStrict(true);
        ImportRequest request = draft.request(Optional.of(folder.resolve("p.yaml")), true);
        assertEquals(new ImportRequest(List.of(folder), Optional.of("csv"), Optional.of(folder.resolve("p.yaml")),
                Optional.empty(), true, true), request);
    }

    @Test
    void withoutSourcesNothingIsLeftOfEarlierResults() {
        ImportState state = new ImportState();
        assertTrue(state.edit(draft -> draft.with(List.of(folder))));
        state.finished(new Outcome.Cancelled());
        assertFalse(state.edit(draft -> draft.with(List.of(folder))));
        state.edit(draft -> draft.without(List.of(folder)));
        assertEquals(new Outcome.None(), state.outcome());
        assertEquals(new Look.Nothing(), state.look());
    }

    @Test
    void aLookAtAnEarlierDraftIsNotShown() {
        ImportState state = new ImportState();
        state.edit(draft -> draft.with(List.of(folder)));
        ImportDraft before = state.draft();
        state.edit(draft -> draft.withStrict(true));
        state.looked(before, new Look.Failed("old"));
        assertEquals(new Look.Nothing(), state.look());
        state.looked(state.draft(), new Look.Failed("new"));
        assertEquals(new Look.Failed("new"), state.look());
    }
}
