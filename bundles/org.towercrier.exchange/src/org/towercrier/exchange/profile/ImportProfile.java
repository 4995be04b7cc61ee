package org.towercrier.exchange.profile;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A mapping from a table to a class of the model, written as YAML.
 *
 * @param name file name or shipped name, for reports
 * @param target class of the model, {@code Cell} or {@code CellMeasurement} for instance
 * @param format id of the importer it is for: csv, xlsx, json, geojson
 * @param encoding {@code auto} or the name of a character set
 * @param delimiter {@code auto} or the character(s)
 * @param header number of the header row, 0 when there is none (columns are numbers from 1 then)
 * @param time where the time of a row comes from
 * @param columns column name to what it is, in order
 * @param constants attribute name to value for every row
 * @param blank values that mean "absent"
 */
public record ImportProfile(String name, String target, String format, String encoding, String delimiter, int header, Optional<TimeColumns> time,
    Map<String, Column> columns, Map<String, String> constants, List<String> blank) {

  public ImportProfile {
    Objects.requireNonNull(name);
    Objects.requireNonNull(target);
    Objects.requireNonNull(format);
    Objects.requireNonNull(time);
    columns = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(columns));
    constants = Map.copyOf(constants);
    blank = List.copyOf(blank);
  }

  /**
   * Time of a row.
   *
   * @param columns columns whose texts are joined by a blank
   * @param pattern pattern of {@link java.time.format.DateTimeFormatter}, empty for ISO 8601
   * @param zone zone of times without one
   */
  public record TimeColumns(List<String> columns, String pattern, Optional<ZoneId> zone) {

    public TimeColumns {
      columns = List.copyOf(columns);
      Objects.requireNonNull(pattern);
      Objects.requireNonNull(zone);
    }
  }

  /**
   * Meaning of a column.
   *
   * @param attribute attribute of the target class or name of a measurement
   * @param unit unit of the values in the file, empty for the attribute's own
   */
  public record Column(String attribute, String unit) {

    public Column {
      Objects.requireNonNull(attribute);
      Objects.requireNonNull(unit);
    }
  }
}
