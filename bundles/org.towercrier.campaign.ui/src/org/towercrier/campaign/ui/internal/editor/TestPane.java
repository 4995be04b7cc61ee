package org.towercrier.campaign.ui.internal.editor;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.Audiences;
import org.towercrier.campaign.CampaignResults;
import org.towercrier.campaign.StepCheck;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.campaign.ui.internal.page.RichText;
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
    private final RichText text;
    private Optional<Found> found = Optional.empty();
    private CampaignStep step = CampaignStep.NEED;
    private String banner = "";
    private String told = "";

    TestPane(Composite parent, PartSite site, Texts texts, Words words) {
        this.site = site;
        this.texts = texts;
        this.words = words;
        faces = new StatePane(parent, site.messages(), site.themes());
        text = new RichText(faces);
        faces.setContent(text.control());
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

    /** Shows the test of a step. @param newBanner what is true for the whole campaign @param newTold what came of the last step; both may be empty */
    void show(CampaignStep newStep, String newBanner, String newTold) {
        step = newStep;
        banner = newBanner;
        told = newTold;
        write();
    }

    private void write() {
        text.clear();
        if (!banner.isEmpty()) {
            text.heading(banner);
        }
        text.line(told);
        found.ifPresent(this::write);
        text.show();
    }

    private void write(Found known) {
        known.checks().stream().filter(check -> check.step() == step).findFirst().ifPresent(check -> {
            text.heading(texts.get("Test_" + check.status()));
            check.reasons().forEach(reason -> text.line(glyph(check.status()) + " " + words.of(reason)));
            if (!check.notes().isEmpty()) {
                text.heading(texts.get("Test_Notes"));
                check.notes().forEach(note -> text.line(words.of(note)));
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
        text.heading(texts.get("Test_Audience"));
        text.line(texts.get("Test_Members", size.members(), size.customers()));
        if (size.matching() != size.members()) {
            text.line(texts.get("Test_Matching", size.matching()));
        }
        size.excluded().forEach(excluded -> text.line(texts.get("Test_Excluded", excluded.customers(), excluded.reason())));
        if (size.left() > 0) {
            text.line(texts.get("Test_Left", size.left()));
        }
    }

    private void write(CampaignResults.Power power) {
        NumberFormats numbers = site.numbers();
        text.heading(texts.get("Test_Power"));
        text.line(texts.get("Test_Groups", power.treated(), power.control()));
        text.line(texts.get("Test_Needed", power.needed(), numbers.percent(power.baseRate(), 2), numbers.percent(power.effect(), 2),
                numbers.percent(power.wantedPower(), 0), numbers.percent(power.significance(), 0)));
        text.line(glyph(power.enough() ? StepCheck.Status.OPEN : StepCheck.Status.FAILED) + " "
                + texts.get(power.enough() ? "Test_Enough" : "Test_NotEnough", numbers.percent(power.power(), 1)));
        if (!Double.isNaN(power.detectable())) {
            text.line(texts.get("Test_Detectable", numbers.percent(power.detectable(), 2)));
        }
        power.days().ifPresent(days -> text.line(texts.get("Test_Days", days)));
    }
}
