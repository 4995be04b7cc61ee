package org.towercrier.expansion.internal;

import java.util.Locale;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.towercrier.expansion.ExpansionPlan;
import org.towercrier.expansion.ExpansionPlans;
import org.towercrier.expansion.PlanExport;
import org.towercrier.report.Report;
import org.towercrier.report.ReportException;
import org.towercrier.report.ReportKind;
import org.towercrier.report.ReportRequest;
import org.towercrier.store.StoreException;

/** A saved plan for a meeting: what to do, why, what it rests on, and why not the rest. Subject: the plan's name. */
@Component(service = ReportKind.class)
public final class ExpansionReport implements ReportKind {

    private final ExpansionPlans plans;

    /** Of the open workspace. */
    @Activate
    public ExpansionReport(@Reference ExpansionPlans plans) {
        this.plans = plans;
    }

    @Override
    public String id() {
        return "expansion";
    }

    @Override
    public String label(Locale locale) {
        return new Texts(locale).text("Report_Title");
    }

    @Override
    public Report compose(ReportRequest request) throws ReportException, StoreException {
        Texts texts = new Texts(request.locale());
        String name = request.subjects().isEmpty() ? ExpansionPlans.LAST : request.subjects().getFirst();
        ExpansionPlan plan = plans.load(name).orElseThrow(() -> new ReportException(texts.text("Expand_NoPlan", name))).plan();
        return PlanExport.report(plan, Optional.of(name), request.locale());
    }
}
