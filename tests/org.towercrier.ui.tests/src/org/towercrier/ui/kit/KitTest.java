package org.towercrier.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.towercrier.ui.Icon;
import org.towercrier.ui.Icons;
import org.towercrier.ui.SwtFixture;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.theme.Theme;

class KitTest {

    private final UiMessages messages = UiMessages.of(Locale.ENGLISH);
    private SwtFixture window;

    @BeforeEach
    void open() {
        window = SwtFixture.open();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private static <C extends Control> List<C> all(Composite parent, Class<C> kind) {
        List<C> found = new ArrayList<>();
        for (Control child : parent.getChildren()) {
            if (kind.isInstance(child)) {
                found.add(kind.cast(child));
            }
            if (child instanceof Composite composite) {
                found.addAll(all(composite, kind));
            }
        }
        return found;
    }

    @Test
    void everyIconIsDrawnForBothGroundsAndInAnySize() {
        Icons icons = new Icons(window.shell());
        for (Icon icon : Icon.values()) {
            for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
                Image image = icons.image(icon, theme);
                assertEquals(16, image.getBounds().width, icon.name());
            }
            assertEquals(40, icons.image(icon, Theme.LIGHT, 40).getBounds().width, icon.name());
        }
    }

    @Test
    void anEmptyStateOffersWhatGetsItsContent() {
        List<String> done = new ArrayList<>();
        EmptyState empty = new EmptyState(window.shell(), Icon.ALARM, "No alarms yet", "Import measurements.")
                .button("Import", () -> done.add("import"));
        empty.applyTheme(Theme.DARK);
        window.show();
        all(empty, Button.class).getFirst().notifyListeners(SWT.Selection, new org.eclipse.swt.widgets.Event());
        assertEquals(List.of("import"), done);
    }

    @Test
    void anErrorSaysWhatHappenedAndWhatToDoAndFoldsTheRest() {
        ErrorPanel panel = new ErrorPanel(window.shell(), messages, "It broke.", "Mend it.", "at line 7");
        window.show();
        List<String> texts = all(panel, Label.class).stream().map(Label::getText).toList();
        assertTrue(texts.containsAll(List.of("It broke.", "Mend it.")));
        org.eclipse.swt.widgets.Text details = all(panel, org.eclipse.swt.widgets.Text.class).getFirst();
        assertFalse(details.getVisible());
        panel.showDetails(true);
        assertTrue(details.getVisible());
        assertEquals("at line 7", details.getText());
    }

    @Test
    void factsAreReplacedInPlace() {
        PropertyFacts facts = new PropertyFacts(window.shell(), messages);
        facts.applyTheme(Theme.LIGHT);
        facts.show(List.of(new PropertyFacts.Section("Cell", List.of(PropertyFacts.Fact.of("Name", "A & B")))));
        window.show();
        facts.show(List.of(new PropertyFacts.Section("Alarm", List.of(
                new PropertyFacts.Fact("Severity", "Major", "", Optional.of(Severity.MAJOR), Optional.empty())))));
        window.settle();
        List<String> texts = all(facts, Label.class).stream().map(Label::getText).toList();
        assertEquals(List.of("Alarm", "Severity", "Major"), texts);
    }

    @Test
    void aProgressBarKeepsItsPlaceWhenNothingRuns() {
        ThinProgress progress = new ThinProgress(window.shell());
        int height = progress.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        progress.start();
        window.show();
        assertTrue(progress.isRunning());
        progress.done(0.4);
        progress.stop();
        window.settle();
        assertFalse(progress.isRunning());
        assertEquals(height, progress.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
    }
}
