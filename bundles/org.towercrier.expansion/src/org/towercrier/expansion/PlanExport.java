package org.towercrier.expansion;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.towercrier.command.Json;
import org.towercrier.expansion.internal.PlanSections;
import org.towercrier.expansion.internal.Texts;
import org.towercrier.report.Report;
import org.towercrier.expansion.ExpansionPlan.Chosen;

/** A plan as a table, a map or a report for a meeting. */
public final class PlanExport {

    private PlanExport() {
    }

    /**
     * The chosen actions, one a line, UTF-8 with header; names and figures as in the JSON document: {@code relief} is weighted, {@code mbit} is not.
     *
     * @param locale of its sentences
     */
    public static void csv(ExpansionPlan plan, Path file, Locale locale) throws IOException {
        StringBuilder text = new StringBuilder(
                "id,action,cell,site,year,cost,investment,yearlyCost,leadDays,relief,mbit,latitude,longitude,why,source,cellName,siteName\r\n");
        for (Chosen each : plan.actions()) {
            text.append(String.join(",", field(each.id()), field(each.action()), field(each.cell()), field(each.site()), field(each.year()),
                    number(each.cost()), number(each.investment()), number(each.yearlyCost()), Integer.toString(each.leadDays()),
                    number(each.value()), number(each.relief()),
                    number(each.latitude()), number(each.longitude()), field(each.why().text(locale)), field(each.source().text(locale)),
                    field(plan.name(each.cell())),
                    field(plan.name(each.site()))))
                    .append("\r\n");
        }
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Double.toString(value);
    }

    /** Quoted where needed; what a spreadsheet would take for a formula begins with an apostrophe. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? '\'' + text : text;
        return safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r') ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    /**
     * What to do, why, what it rests on, and why not the rest.
     *
     * @param name   under which the plan is kept, absent when it is not
     * @param locale of its sentences
     */
    public static Report report(ExpansionPlan plan, Optional<String> name, Locale locale) {
        return new PlanSections(plan, new Texts(locale)).report(name);
    }

    /** The chosen actions that have a place, as points (RFC 7946). @param locale of their sentences */
    public static void geoJson(ExpansionPlan plan, Path file, Locale locale) throws IOException {
        List<Map<String, Object>> features = new ArrayList<>();
        for (Chosen each : plan.actions()) {
            if (!Double.isNaN(each.latitude()) && !Double.isNaN(each.longitude())) {
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put("action", each.action());
                properties.put("cell", each.cell());
                properties.put("site", each.site());
                properties.put("cellName", plan.name(each.cell()));
                properties.put("siteName", plan.name(each.site()));
                properties.put("actionName", plan.nameOf(each.action(), locale));
                properties.put("cost", each.cost());
                properties.put("investment", each.investment());
                properties.put("yearlyCost", each.yearlyCost());
                properties.put("leadDays", each.leadDays());
                properties.put("relief", each.value());
                properties.put("mbit", each.relief());
                properties.put("year", each.year());
                properties.put("why", each.why().text(locale));
                Map<String, Object> feature = new LinkedHashMap<>();
                feature.put("type", "Feature");
                feature.put("id", each.id());
                feature.put("geometry", Map.of("type", "Point", "coordinates", List.of(each.longitude(), each.latitude())));
                feature.put("properties", properties);
                features.add(feature);
            }
        }
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("type", "FeatureCollection");
        all.put("features", features);
        Files.writeString(file, Json.writer().writeValueAsString(all), StandardCharsets.UTF_8);
    }
}
