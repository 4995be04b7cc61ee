package org.towercrier.report;

/** What a section is made of. */
public sealed interface Block permits Paragraph, Facts, Grid, Chart {
}
