package org.towercrier.exchange.ui.internal.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.towercrier.exchange.ImportRefusedException;
import org.towercrier.exchange.Probe;
import org.towercrier.exchange.profile.ImportProfile;
import org.towercrier.exchange.profile.ProfileCatalogue;

class ProfileCheckTest {

    private static final String TEXT = "target: Cell\nformat: csv\ncolumns:\n  A: nonsense\n";

    @TempDir
    private Path folder;

    /** A catalogue that takes every text that does not speak of nonsense. */
    private static ProfileCatalogue catalogue(int line) {
        return new ProfileCatalogue() {

            @Override
            public ImportProfile load(Path file) {
                throw new UnsupportedOperationException();
            }

            @Override
            public ImportProfile parse(String name, String text) throws ImportRefusedException {
                if (text.contains("nonsense")) {
                    throw new ImportRefusedException("There is no \"nonsense\".", line, 0);
                }
                return ImportProfile.of(name, "Cell", "csv");
            }

            @Override
            public String write(ImportProfile profile) {
                return "target: " + profile.target() + "\n";
            }

            @Override
            public List<ImportProfile> shipped() {
                return List.of();
            }

            @Override
            public Optional<Match> find(Probe probe) {
                return Optional.empty();
            }
        };
    }

    @Test
    void aGoodProfileHasNoTrouble() {
        ProfileCheck check = ProfileCheck.of(catalogue(0), "p", "target: Cell\n");
        assertTrue(check.isGood());
        assertEquals(0, check.line());
    }

    @Test
    void theLineOfTheTroubleIsTheReadersElseThatOfTheQuotedName() {
        assertEquals(3, ProfileCheck.of(catalogue(3), "p", TEXT).line());
        ProfileCheck found = ProfileCheck.of(catalogue(0), "p", TEXT);
        assertEquals(4, found.line());
        assertFalse(found.isGood());
    }

    @Test
    void fileNamesAreProposedFromTheNameOfTheProfile() {
        ProfileCatalogue catalogue = catalogue(0);
        assertEquals("LTE-KPI-1.yaml", ProfileDraft.of(ImportProfile.of("LTE KPI/1", "Cell", "csv"), catalogue).fileName());
        assertEquals("profile.yaml", ProfileDraft.of(ImportProfile.of("", "Cell", "csv"), catalogue).fileName());
        assertEquals("mine.yml", ProfileDraft.ofFile(folder.resolve("mine.yml")).fileName());
    }

    @Test
    void aFileThatCannotBeReadSaysSo() {
        assertTrue(ProfileDraft.ofFile(folder.resolve("absent.yaml")).trouble().isPresent());
    }
}
