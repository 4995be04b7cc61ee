package org.towercrier.campaign.ui.internal.front;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.FrontLine;
import org.towercrier.campaign.FrontLine.Prompt;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.campaign.ui.internal.Words;
import org.towercrier.customer.ui.CustomerPageSection;
import org.towercrier.model.customer.ContactChannel;
import org.towercrier.store.StoreException;

/** On the page of a customer: what running campaigns would say to this customer at the counter now, and what the gate holds back. */
@Component(service = CustomerPageSection.class)
public final class OffersSection implements CustomerPageSection {

    private static final int ORDER = 200;
    private static final int MOST_HELD = 4;

    private final FrontLine line;

    /** Of the open workspace. */
    @Activate
    public OffersSection(@Reference FrontLine line) {
        this.line = line;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String title(Locale locale) {
        return new Texts(locale).get("Section_Offers");
    }

    @Override
    public void fill(Composite parent, Subject subject) {
        Display display = parent.getDisplay();
        Composite place = new Composite(parent, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(place);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(place);
        Texts texts = new Texts(subject.locale());
        label(place, texts.get("Step_Checking"), subject);
        Job job = new Job(texts.get("Section_Offers")) {
            @Override
            protected IStatus run(IProgressMonitor monitor) {
                List<String> lines = lines(subject.customer(), texts);
                if (!display.isDisposed()) {
                    display.asyncExec(() -> show(place, lines, subject));
                }
                return Status.OK_STATUS;
            }
        };
        job.setSystem(true);
        job.schedule();
    }

    private List<String> lines(String customer, Texts texts) {
        try {
            return lines(line.prompt(customer, ContactChannel.HALL, Instant.now(), Optional.empty()), texts);
        } catch (CampaignException refused) {
            return List.of(refused.text(texts.locale()));
        } catch (StoreException trouble) {
            ILog.of(OffersSection.class).warn(String.valueOf(trouble.getMessage()), trouble);
            return List.of(trouble.what(texts.locale()));
        }
    }

    static List<String> lines(Prompt prompt, Texts texts) {
        Words words = new Words(texts);
        Stream<String> offers = prompt.suggestions().isEmpty() ? Stream.of(texts.get("Front_Nothing"))
                : prompt.suggestions().stream().map(each -> each.name() + ": " + each.wording());
        Stream<String> held = prompt.held().stream().limit(MOST_HELD)
                .map(each -> Words.mark(each.decision().outcome()).glyph() + " " + each.name() + ": " + words.of(each.decision().reason()));
        return Stream.concat(offers, held).toList();
    }

    private static void show(Composite parent, List<String> lines, Subject subject) {
        if (parent.isDisposed()) {
            return;
        }
        for (Control child : parent.getChildren()) {
            child.dispose();
        }
        lines.forEach(text -> label(parent, text, subject));
        parent.layout(true, true);
        subject.grown().run();
    }

    private static void label(Composite parent, String text, Subject subject) {
        Label label = new Label(parent, SWT.WRAP);
        label.setText(text.replace("&", "&&"));
        label.setForeground(subject.theme().text());
        GridDataFactory.fillDefaults().grab(true, false).hint(180, SWT.DEFAULT).applyTo(label);
    }
}
