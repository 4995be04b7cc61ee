package org.towercrier.campaign.internal.audience;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.campaign.Exclusion;
import org.towercrier.model.customer.AttributeCriterion;
import org.towercrier.model.customer.Criterion;
import org.towercrier.model.customer.FactsAggregation;

/** Attributes that criteria name as columns of the base of customers. */
final class BaseColumns {

    private static final String FACTS = "MonthlyFacts.";
    private static final int USUAL_MONTHS = 3;

    private final Map<String, String> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    BaseColumns(DSLContext sql, AudienceQuery query) {
        for (Field<?> each : sql.selectFrom(query.customers()).limit(0).fetch().fields()) {
            columns.put(each.getName(), each.getName());
        }
    }

    /** The attributes in the criteria of a campaign that are columns, by what an explanation calls them. */
    Map<String, Field<?>> qualifying(Campaign campaign) {
        Map<String, Field<?>> found = new LinkedHashMap<>();
        AudienceQuery.criterion(campaign).ifPresent(criterion -> add(criterion, found));
        if (campaign.getAudience() != null) {
            campaign.getAudience().getExclusions().stream().map(Exclusion::getCriterion).filter(java.util.Objects::nonNull)
                    .forEach(criterion -> add(criterion, found));
        }
        return found;
    }

    private void add(Criterion criterion, Map<String, Field<?>> found) {
        leaf(criterion, found);
        EcoreUtil.<EObject>getAllProperContents(criterion, true).forEachRemaining(part -> leaf(part, found));
    }

    private void leaf(EObject part, Map<String, Field<?>> found) {
        if (part instanceof AttributeCriterion leaf && leaf.getAttribute() != null) {
            int months = leaf.getMonths() == null ? USUAL_MONTHS : leaf.getMonths();
            boolean fact = leaf.getAttribute().startsWith(FACTS);
            String called = fact
                    ? leaf.getAttribute() + "(" + leaf.getAggregation().getLiteral().toLowerCase(Locale.ROOT) + "," + months + ")"
                    : leaf.getAttribute();
            column(leaf.getAttribute(), leaf.getAggregation(), months).ifPresent(column -> found.put(called, column));
        }
    }

    /** The column of an attribute; empty for what is not kept there. */
    Optional<Field<?>> column(String attribute, FactsAggregation aggregation, int months) {
        int dot = attribute.indexOf('.');
        String type = dot < 0 ? "Customer" : attribute.substring(0, dot);
        String plain = attribute.substring(dot + 1);
        String wanted = switch (type) {
            case "Customer" -> plain;
            case "MonthlyFacts" -> plain + "_" + aggregation.getLiteral() + "_" + (aggregation == FactsAggregation.LAST ? 1 : months);
            case "Subscription" -> plain.equals("count") ? "products" : "";
            default -> type + "_" + plain;
        };
        return Optional.ofNullable(columns.get(wanted)).map(column -> field(name(column)));
    }

    /** The column of an attribute of a stratum. */
    Optional<Field<?>> stratum(String attribute) {
        return column(attribute, FactsAggregation.MEAN, USUAL_MONTHS);
    }
}
