package org.towercrier.expansion.internal;

import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.report.ReportRequest;
import org.towercrier.report.ReportSection;
import org.towercrier.report.Section;
import org.towercrier.store.StoreException;

/** What the plan made last says, in the reports about alarms: overload and its remedy on one page. */
@Component(service = ReportSection.class)
public final class PlanSection implements ReportSection {

    private static final int ORDER = 600;
    private static final String REPORT = "alarms";

    private final ExpansionPlans plans;

    /** Of the open workspace. */
    @Activate
    public PlanSection(@Reference ExpansionPlans plans) {
        this.plans = plans;
    }

    @Override
    public boolean belongsTo(String kind) {
        return REPORT.equals(kind);
    }

    @Override
    public List<Section> compose(String kind, ReportRequest request) throws StoreException {
        Texts texts = new Texts(request.locale());
        Optional<ExpansionPlans.Kept> last = plans.load(ExpansionPlans.LAST);
        return last.map(kept -> List.of(new PlanSections(kept.plan(), texts).inBrief(ORDER))).orElse(List.of());
    }
}
