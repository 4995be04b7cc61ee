package org.towercrier.campaign.ui.internal.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.towercrier.campaign.CampaignBoard.Pressure;
import org.towercrier.campaign.CampaignBoard.PressureCell;
import org.towercrier.campaign.ui.internal.Texts;
import org.towercrier.customer.Segments;
import org.towercrier.ui.figure.Axis;
import org.towercrier.ui.figure.HeatFigure;
import org.towercrier.ui.kit.NumberFormats;

/** Contact pressure as a calendar of weeks and segments, without a widget. */
record PressureFigure(Pressure pressure, Function<String, String> names, Texts texts) {

    private record Place(String segment, java.time.LocalDate week) {
    }

    /** Whether anybody was or will be contacted. */
    boolean isEmpty() {
        return pressure.cells().stream().allMatch(cell -> cell.contacts() + cell.planned() == 0);
    }

    HeatFigure figure() {
        Map<Place, PressureCell> cells = pressure.cells().stream()
                .collect(Collectors.toMap(cell -> new Place(cell.segment(), cell.week()), cell -> cell, (one, other) -> one));
        List<HeatFigure.Row> rows = pressure.segments().stream().map(segment -> {
            List<Optional<HeatFigure.Field>> fields = new ArrayList<>();
            pressure.weeks().forEach(week -> fields.add(Optional.ofNullable(cells.get(new Place(segment, week))).map(this::field)));
            return new HeatFigure.Row(name(segment), fields);
        }).toList();
        return new HeatFigure(texts.get("Pressure_Title"), texts.get("Pressure_Corner"),
                pressure.weeks().stream().map(week -> "%02d-%02d".formatted(week.getMonthValue(), week.getDayOfMonth())).toList(), rows,
                new Axis(texts.get("Pressure_Scale"), ""));
    }

    private String name(String segment) {
        return segment.isEmpty() || segment.equals(Segments.UNASSIGNED) ? texts.get("Pressure_NoSegment") : names.apply(segment);
    }

    private HeatFigure.Field field(PressureCell cell) {
        NumberFormats numbers = NumberFormats.of(texts.locale());
        boolean known = Double.isFinite(cell.perCustomer());
        String second = Stream.of(known ? numbers.decimal(cell.perCustomer(), 2) : "",
                cell.planned() > 0 ? "+" + numbers.compact(cell.planned()) : "").filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        // Of those in no segment nobody knows how many they are: how often the contacted were contacted stands for the pressure.
        double pressed = known ? cell.perCustomer() : cell.customers() == 0 ? 0 : cell.contacts() / (double) cell.customers();
        return new HeatFigure.Field(pressed, numbers.compact(cell.contacts()), second,
                List.of(name(cell.segment()) + ", " + cell.week(), texts.get("Pressure_Contacts", cell.contacts(), cell.customers()),
                        texts.get("Pressure_Planned", cell.planned()),
                        texts.get("Pressure_PerCustomer", numbers.decimal(cell.perCustomer(), 3))),
                Optional.empty());
    }
}
