package org.towercrier.exchange.ui.internal;

/** Ids of the elements this bundle adds to the workbench. */
public final class ExchangeIds {

    public static final String PART_IMPORT = "org.towercrier.part.import";
    public static final String PART_PROFILE = "org.towercrier.part.import.profile";
    public static final String PART_QUARANTINE = "org.towercrier.part.import.quarantine";
    public static final String PART_HISTORY = "org.towercrier.part.import.history";

    /** Context variable of the application: {@code java.nio.file.Path} of the report that the quarantine view shows. */
    public static final String QUARANTINE_REPORT = "org.towercrier.exchange.ui.quarantine.report";

    /** The table that an import adds a row to. */
    public static final String TABLE_BATCHES = "import_batch";

    /** Parameter of the import command: files to put on the page, as a search path is written. */
    public static final String PARAMETER_FILES = "org.towercrier.parameter.files";
    /** Variable of the application: name of the shipped profile that the import page begins with when it is opened next. */
    public static final String PROFILE = "org.towercrier.import.profile";

    /** Fills the workspace with the sample city. */
    public static final String COMMAND_SAMPLE = "org.towercrier.command.sample";

    private ExchangeIds() {
    }
}
