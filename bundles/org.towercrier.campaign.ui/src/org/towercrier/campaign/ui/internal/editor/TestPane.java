package org.towercrier.campaign.ui.internal.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.model.campaign.CampaignStep;
import org.towercrier.ui.kit.NumberFormats;
import org.towercrier.ui.kit.StatePane;
import org.towercrier.ui.theme.Severity;
import org.towercrier.ui.view.PaneLoader;
import org.towercrier.ui.view.PartSite;

/** The exit test of the open step beside its page: what is missing or wrong, what is to be known, and the figures of now. */
final class TestPane {

    /**
     * What was found out about a campaign as it is being edited.
     *
     * @param checks exit tests of the steps
     * @param size of the audience, absent while its criteria cannot be evaluated
     * @param power of the experiment, likewise
     */
    record Found(List<StepCheck> checks, Optional<Audiences.Size> size, Optional<CampaignResults.Power> power) {
    }

    private final PartSite site;
    private final Texts texts;
    private final Words words;
    private final StatePane faces;
    private final PaneLoader loader;
    private final StyledText text;
    private final StringBuilder written = new StringBuilder();
    private final List<StyleRange> styles = new ArrayList<>();
    private Optional<Found> found = Optional.empty();
    private CampaignStep step = CampaignStep.NEED;
    private String banner = "";

    TestPane(Composite parent, PartSite site, Texts texts, Words words) {
        this.site = site;
        this.texts = texts;
        this.words = words;
        faces = new StatePane(parent, site.messages(), site.themes());
        text = new StyledText(faces, SWT.WRAP | SWT.READ_ONLY | SWT.V_SCROLL);
        text.setMargins(16, 12, 12, 12);
        text.setLineSpacing(3);
        text.setEditable(false);
        text.setCaret(null);
        faces.setContent(text);
        loader = new PaneLoader(site, faces);
    }

    Control control() {
        return faces;
    }

    /** Finds out in the background; the latest wins. */
    void load(PaneLoader.Reading<Found> reading, Consumer<Found> consumer) {
        loader.load(reading, read -> {
            found = Optional.of(read);
            write();
            consumer.accept(read);
        });
    }

    /** Forgets what was found about another campaign. */
    void clear() {
        loader.cancel();
        found = Optional.empty();
        write();
    }

    /** Shows the test of a step. @param newBanner what is true for the whole campaign, may be empty */
    void show(CampaignStep newStep, String newBanner) {
        step = newStep;
        banner = newBanner;
        write();
    }

    private void write() {
        if (text.isDisposed()) {
            return;
        }
        written.setLength(0);
        styles.clear();
        if (!banner.isEmpty()) {
            line(banner, SWT.BOLD);
            line("", SWT.NORMAL);
        }
        found.ifPresent(this::write);
        text.setText(written.toString());
        text.setStyleRanges(styles.toArray(StyleRange[]::new));
    }

    private void write(Found known) {
        known.checks().stream().filter(check -> check.step() == step).findFirst().ifPresent(check -> {
            line(texts.get("Test_" + check.status()), SWT.BOLD);
            check.reasons().forEach(reason -> line(glyph(check.status()) + " " + words.of(reason), SWT.NORMAL));
            if (!check.notes().isEmpty()) {
                line("", SWT.NORMAL);
                line(texts.get("Test_Notes"), SWT.BOLD);
                check.notes().forEach(note -> line(words.of(note), SWT.NORMAL));
            }
        });
        known.size().ifPresent(this::write);
        if (step == CampaignStep.EXECUTION) {
            known.power().ifPresent(this::write);
        }
    }

    private static char glyph(StepCheck.Status status) {
        return status == StepCheck.Status.OPEN ? Severity.CLEARED.glyph() : Severity.MAJOR.glyph();
    }

    private void write(Audiences.Size size) {
        line("", SWT.NORMAL);
        line(texts.get("Test_Audience"), SWT.BOLD);
        line(texts.get("Test_Members", size.members(), size.customers()), SWT.NORMAL);
        if (size.matching() != size.members()) {
            line(texts.get("Test_Matching", size.matching()), SWT.NORMAL);
        }
        size.excluded().forEach(excluded -> line(texts.get("Test_Excluded", excluded.customers(), excluded.reason()), SWT.NORMAL));
        if (size.left() > 0) {
            line(texts.get("Test_Left", size.left()), SWT.NORMAL);
        }
    }

    private void write(CampaignResults.Power power) {
        NumberFormats numbers = site.numbers();
        line("", SWT.NORMAL);
        line(texts.get("Test_Power"), SWT.BOLD);
        line(texts.get("Test_Groups", power.treated(), power.control()), SWT.NORMAL);
        line(texts.get("Test_Needed", power.needed(), numbers.percent(power.baseRate(), 2), numbers.percent(power.effect(), 2),
                numbers.percent(power.wantedPower(), 0), numbers.percent(power.significance(), 0)), SWT.NORMAL);
        line(glyph(power.enough() ? StepCheck.Status.OPEN : StepCheck.Status.FAILED) + " "
                + texts.get(power.enough() ? "Test_Enough" : "Test_NotEnough", numbers.percent(power.power(), 1)), SWT.NORMAL);
        if (!Double.isNaN(power.detectable())) {
            line(texts.get("Test_Detectable", numbers.percent(power.detectable(), 2)), SWT.NORMAL);
        }
        power.days().ifPresent(days -> line(texts.get("Test_Days", days), SWT.NORMAL));
    }

    private void line(String words, int style) {
        if (style != SWT.NORMAL && !words.isEmpty()) {
            StyleRange range = new StyleRange(written.length(), words.length(), null, null, style);
            styles.add(range);
        }
        written.append(words).append('\n');
    }
}
