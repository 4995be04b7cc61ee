package org.towercrier.campaign.ui.internal.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.emf.common.notify.AdapterFactory;
import org.eclipse.emf.edit.command.SetCommand;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.towercrier.campaign.CampaignException;
import org.towercrier.campaign.CapacityChecks;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.model.campaign.CampaignPackage.Literals;
import org.towercrier.model.campaign.UseProfile;
import org.towercrier.store.StoreException;
import org.towercrier.ui.chart.ChartPane;
import org.towercrier.ui.editor.EditorSite;
import org.towercrier.ui.view.PartSite;

import jakarta.inject.Inject;

/** Edits the use profiles: the load over the day that they stand for, beside it the shares of the hours, below the other fields. */
public final class ProfilePart extends NamedDocumentsPart<UseProfile> {

    private Optional<CapacityChecks> checks = Optional.empty();
    private ChartPane chart;
    private HoursPane hours;

    @Inject
    public ProfilePart(EditorSite site, PartSite part, Texts texts) {
        super(site, part, texts, CapacityChecks.KIND, UseProfile.class);
    }

    @Inject
    void services(@org.eclipse.e4.core.di.annotations.Optional CapacityChecks service) {
        checks = Optional.ofNullable(service);
        changed();
    }

    @Override
    protected AdapterFactory items() {
        return new ProfileItems();
    }

    @Override
    protected String chooserLabel() {
        return texts().get("Part_Profile");
    }

    @Override
    protected Control placeEditor(Composite parent, Function<Composite, Control> create) {
        SashForm halves = new SashForm(parent, SWT.VERTICAL);
        SashForm day = new SashForm(halves, SWT.HORIZONTAL);
        chart = new ChartPane(day, part().messages(), part().dates());
        hours = new HoursPane(day, texts(), this::set);
        day.setWeights(56, 44);
        create.apply(halves);
        halves.setWeights(56, 44);
        part().track(chart);
        return halves;
    }

    private void set(List<Double> shares) {
        root().ifPresent(profile -> editor().commandStack()
                .execute(SetCommand.create(editor().domain(), profile, Literals.USE_PROFILE__HOURS, shares)));
    }

    @Override
    protected List<UseProfile> all() throws StoreException {
        return checks.isEmpty() ? List.of() : checks.get().profiles();
    }

    @Override
    protected long store(UseProfile root, long version) throws CampaignException, StoreException {
        return checks.orElseThrow().save(root);
    }

    @Override
    protected void remove(String name, long version) throws CampaignException, StoreException {
        checks.orElseThrow().delete(name);
    }

    @Override
    protected boolean isFirst(Choice<UseProfile> choice) {
        return false;
    }

    @Override
    protected void rootChanged(UseProfile root) {
        new ProfileDay(root, texts()).chart().ifPresentOrElse(chart::show, chart::clear);
        hours.show(root.getHours());
    }

    @Override
    protected List<String> problems(UseProfile root) {
        return new ProfileDay(root, texts()).problems();
    }
}
