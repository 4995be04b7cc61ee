package org.towercrier.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.emf.common.util.EMap;
import org.eclipse.emf.ecore.EAnnotation;
import org.eclipse.emf.ecore.EAttribute;
import org.eclipse.emf.ecore.EClass;
import org.eclipse.emf.ecore.EDataType;
import org.eclipse.emf.ecore.EEnum;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.towercrier.store.internal.SchemaTable;

/**
 * The table of an EClass with the annotation {@value #STORE}. Each single-valued attribute and each single-valued
 * reference to something that has a table (container references included, containment excluded) is a column of the
 * feature's name; a reference column holds the key of the target. Many-valued attributes are columns with a JSON array.
 *
 * @param name    the table's name
 * @param kind    what the table holds
 * @param type    the class
 * @param columns in the order of the features; what {@link RowWriter} expects
 * @param key     the columns that identify a row
 */
public record TableSchema(String name, Kind kind, EClass type, List<Column> columns, List<Column> key) {

    /** The source of the annotation with the details {@code table}, {@code kind} and {@code key}. */
    public static final String STORE = "https://towercrier.org/store";

    /** What a table holds. */
    public enum Kind {
        /** Things, thousands to millions. */
        INVENTORY,
        /** Measurements and facts with a time, millions to billions. */
        OBSERVATION
    }

    /**
     * A column.
     *
     * @param name    the feature's name
     * @param type    its type
     * @param feature where it comes from; absent for the store's own columns
     */
    public record Column(String name, ColumnType type, Optional<EStructuralFeature> feature) {
    }

    public TableSchema {
        columns = List.copyOf(columns);
        key = List.copyOf(key);
    }

    /** Whether a class has a table. */
    public static boolean isStored(EClass type) {
        return type.getEAnnotation(STORE) != null && !type.isAbstract();
    }

    /**
     * The schema of a class.
     *
     * @throws IllegalArgumentException the class has no table, or its annotation names features it does not have
     */
    public static TableSchema of(EClass type) {
        EAnnotation annotation = type.getEAnnotation(STORE);
        if (annotation == null) {
            throw new IllegalArgumentException(type.getName() + " has no table: annotation " + STORE + " is missing");
        }
        EMap<String, String> details = annotation.getDetails();
        List<Column> columns = new ArrayList<>();
        for (EStructuralFeature feature : type.getEAllStructuralFeatures()) {
            columnType(feature).ifPresent(
                    column -> columns.add(new Column(feature.getName(), column, Optional.of(feature))));
        }
        String keys = details.get("key");
        if (keys == null || keys.isBlank()) {
            throw new IllegalArgumentException(type.getName() + " has no key");
        }
        List<Column> key = Arrays.stream(keys.split(",")).map(String::strip).map(k -> find(columns, k)).toList();
        Kind kind = "observation".equals(details.get("kind")) ? Kind.OBSERVATION : Kind.INVENTORY;
        String table = Optional.ofNullable(details.get("table")).orElseThrow(
                () -> new IllegalArgumentException(type.getName() + " has no table name"));
        return new TableSchema(table, kind, type, columns, key);
    }

    /** The table for statements; use {@code as(...)} of it where it occurs twice. */
    public Table<Record> table() {
        return new SchemaTable(name, columns);
    }

    /** The field of a column. */
    public Field<?> field(String column) {
        return table().field(find(columns, column).name());
    }

    /** The field of a column with its Java type. */
    public <T> Field<T> field(String column, Class<T> javaType) {
        return typed(field(column), javaType);
    }

    /**
     * The field of a column in an alias of {@link #table()}. Use this and not jOOQ's {@code alias.field(name, Class)}, which
     * forgets that timestamps are UTC without zone.
     */
    public <T> Field<T> field(Table<?> alias, String column, Class<T> javaType) {
        return typed(alias.field(find(columns, column).name()), javaType);
    }

    /** The field of a feature's column. */
    public Field<?> field(EStructuralFeature feature) {
        return field(feature.getName());
    }

    /** The field of a feature's column with its Java type. */
    public <T> Field<T> field(EStructuralFeature feature, Class<T> javaType) {
        return field(feature.getName(), javaType);
    }

    /** The column of a name, letter case ignored. */
    public Optional<Column> column(String column) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(column)).findFirst();
    }

    /** The position of a column for {@link RowWriter}, from 0. */
    public int index(String column) {
        return columns.indexOf(find(columns, column));
    }

    /** The key column that is a point in time: the first of type timestamp or date. */
    public Optional<Column> time() {
        return key.stream().filter(c -> c.type() == ColumnType.TIMESTAMP || c.type() == ColumnType.DATE)
                .min(Comparator.comparing(Column::type));
    }

    /** The columns that are not part of the key. */
    public List<Column> values() {
        return columns.stream().filter(c -> !key.contains(c)).toList();
    }

    /**
     * The columns that only say where a row came from, such as the number of the import batch: merges do not compare them.
     * The annotation's detail {@code origin} names them; without it, a column {@code batch} is one.
     */
    public Set<Column> origin() {
        String names = Optional.ofNullable(type.getEAnnotation(STORE)).map(a -> a.getDetails().get("origin"))
                .orElse("batch");
        return Arrays.stream(names.split(",")).map(String::strip).map(this::column).flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked")
    private static <T> Field<T> typed(Field<?> field, Class<T> javaType) {
        if (field.getType() != javaType) {
            throw new IllegalArgumentException(field + " is a " + field.getType().getSimpleName());
        }
        return (Field<T>) field;
    }

    private static Column find(List<Column> columns, String name) {
        return columns.stream().filter(c -> c.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no column " + name));
    }

    private static Optional<ColumnType> columnType(EStructuralFeature feature) {
        if (feature.isTransient() || feature.isDerived()) {
            return Optional.empty();
        }
        if (feature instanceof EAttribute attribute) {
            return Optional.of(attribute.isMany() ? ColumnType.VARCHAR : typeOf(attribute.getEAttributeType()));
        }
        EReference reference = (EReference) feature;
        if (reference.isMany() || reference.isContainment() || !isStored(reference.getEReferenceType())) {
            return Optional.empty();
        }
        String key = reference.getEReferenceType().getEAnnotation(STORE).getDetails().get("key");
        EStructuralFeature target = key == null ? null : reference.getEReferenceType().getEStructuralFeature(key.strip());
        if (!(target instanceof EAttribute id)) {
            throw new IllegalArgumentException("Reference " + reference.getName() + " needs a target with one key attribute");
        }
        return Optional.of(typeOf(id.getEAttributeType()));
    }

    private static ColumnType typeOf(EDataType type) {
        if (type instanceof EEnum) {
            return ColumnType.VARCHAR;
        }
        return switch (String.valueOf(type.getInstanceClassName())) {
            case "int", "java.lang.Integer", "short", "java.lang.Short" -> ColumnType.INTEGER;
            case "long", "java.lang.Long" -> ColumnType.BIGINT;
            case "double", "java.lang.Double", "float", "java.lang.Float" -> ColumnType.DOUBLE;
            case "boolean", "java.lang.Boolean" -> ColumnType.BOOLEAN;
            case "java.time.Instant" -> ColumnType.TIMESTAMP;
            case "java.time.LocalDate" -> ColumnType.DATE;
            default -> ColumnType.VARCHAR;
        };
    }
}
