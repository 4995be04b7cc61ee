package org.towercrier.campaign.internal.audience;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.campaign.internal.PlainRows;
import org.towercrier.model.campaign.Campaign;
import org.towercrier.model.customer.CustomerPackage.Literals;
import org.towercrier.store.TableSchema;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

/** Members of an audience before they are frozen. */
public final class Drafts {

    private static final TableSchema SEGMENTS = TableSchema.of(Literals.SEGMENT_MEMBERSHIP);

    /**
     * A member.
     *
     * @param segment by the segmentation of the need, empty for none
     * @param homeCell empty where it is not known
     * @param stratum values of the attributes of the draw
     * @param qualifying values of the attributes of the criteria, as a JSON object
     * @param score that ranks the members, where there is one
     */
    public record Draft(String customer, String segment, String household, String group, String homeCell, String workCell, String stratum,
            String qualifying, Optional<Double> score) {
    }

    private final DSLContext sql;
    private final Campaign campaign;
    private final AudienceQuery query;

    public Drafts(DSLContext sql, Campaign campaign, AudienceQuery query) {
        this.sql = sql;
        this.campaign = campaign;
        this.query = query;
    }

    /** The members in the order of their identities. @param full with strata and qualifying values, too */
    public List<Draft> read(boolean full, Condition also) {
        BaseColumns columns = new BaseColumns(sql, query);
        Table<Record> customers = query.customers();
        Table<?> segments = segments();
        List<Field<?>> fields = new ArrayList<>(
                List.of(query.id(), segments.field("segment"), field(name("household")), field(name("group")),
                        field(name("homeCell")), field(name("workCell"))));
        Map<String, Field<?>> qualifying = full ? columns.qualifying(campaign) : Map.of();
        List<Field<?>> strata = new ArrayList<>();
        if (full && campaign.getExperiment() != null) {
            campaign.getExperiment().getStrata().forEach(attribute -> columns.stratum(attribute).ifPresent(strata::add));
        }
        Optional<Field<?>> score = full ? score(columns) : Optional.empty();
        score.ifPresent(fields::add);
        int own = fields.size();
        fields.addAll(strata);
        fields.addAll(qualifying.values());
        List<String> names = qualifying.keySet().stream().map(each -> new String(JsonStringEncoder.getInstance().quoteAsString(each)))
                .toList();
        List<Draft> drafts = new ArrayList<>();
        PlainRows.each(sql.select(fields).from(customers).leftJoin(segments).on(segments.field("member", String.class).eq(query.id()))
                .where(query.members()).and(also).orderBy(query.id()),
                row -> drafts.add(new Draft(row.getString(1), text(row.getString(2)), text(row.getString(3)), text(row.getString(4)),
                        text(row.getString(5)), text(row.getString(6)), stratum(row, own, strata.size()),
                        json(row, own + strata.size(), names), score.isEmpty() ? Optional.empty() : number(row, own))));
        drafts.sort(Comparator.comparing(Draft::customer));
        return drafts;
    }

    /** The segments of the need's segmentation by its latest assignment. */
    private Table<?> segments() {
        String segmentation = campaign.getNeed() == null || campaign.getNeed().getSegmentation() == null ? ""
                : campaign.getNeed().getSegmentation();
        Field<LocalDate> date = SEGMENTS.field("date", LocalDate.class);
        Field<String> of = SEGMENTS.field("segmentation", String.class);
        return select(SEGMENTS.field("customer", String.class).as("member"), SEGMENTS.field("segment", String.class).as("segment"))
                .from(SEGMENTS.table()).where(of.eq(inline(segmentation)))
                .and(date.eq(select(max(date)).from(SEGMENTS.table()).where(of.eq(inline(segmentation))))).asTable("segments");
    }

    private Optional<Field<?>> score(BaseColumns columns) {
        return Optional.ofNullable(campaign.getAudience()).map(audience -> audience.getScore()).flatMap(columns::stratum);
    }

    private static Optional<Double> number(ResultSet row, int column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(value);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static String stratum(ResultSet row, int before, int count) throws SQLException {
        StringBuilder stratum = new StringBuilder();
        for (int i = 1; i <= count; i++) {
            stratum.append(i == 1 ? "" : "/").append(text(row.getString(before + i)));
        }
        return stratum.toString();
    }

    private static String json(ResultSet row, int before, List<String> names) throws SQLException {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < names.size(); i++) {
            Object value = row.getObject(before + i + 1);
            json.append(i == 0 ? "\"" : ",\"").append(names.get(i)).append("\":");
            switch (value) {
                case null -> json.append("null");
                case Double number when !Double.isFinite(number) -> json.append("null");
                case Double number -> json.append(BigDecimal.valueOf(number).stripTrailingZeros().toPlainString());
                case Number number -> json.append(number);
                case Boolean truth -> json.append(truth);
                default -> json.append('"').append(JsonStringEncoder.getInstance().quoteAsString(value.toString())).append('"');
            }
        }
        return json.append('}').toString();
    }

}
