package org.towercrier.exchange.internal;

import java.util.function.UnaryOperator;

/** Texts of small measurement files. */
public final class PmFiles {

    private PmFiles() {
    }

    /** A file of TS 32.435 around the given {@code measInfo} content, for the period that ends at 2026-05-04T10:15Z. */
    public static String collec(String infoContent) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <measCollecFile xmlns="http://www.3gpp.org/ftp/specs/archive/32_series/32.435#measCollec">
        <fileHeader fileFormatVersion="32.435 V10.0" vendorName="Maker" dnPrefix="SubNetwork=1">
        <fileSender localDn="ManagedElement=7"/><measCollec beginTime="2026-05-04T10:00:00+00:00"/></fileHeader>
        <measData><managedElement localDn="ManagedElement=7"/>
        <measInfo measInfoId="a"><granPeriod duration="PT900S" endTime="2026-05-04T10:15:00+00:00"/>
        %s
        </measInfo></measData>
        <fileFooter><measCollec endTime="2026-05-04T10:15:00+00:00"/></fileFooter>
        </measCollecFile>
        """.formatted(infoContent);
    }

    /** Two cells with users and PRB usage: two rows. */
    public static String good() {
        return collec("""
        <measType p="1">RRC.ConnMean</measType><measType p="2">RRU.PrbTotDl</measType>
        <measValue measObjLdn="ENodeBFunction=1,EUtranCellTDD=1"><r p="1">12.5</r><r p="2">40</r></measValue>
        <measValue measObjLdn="ENodeBFunction=1,EUtranCellTDD=2"><r p="1">3</r><r p="2">99</r></measValue>""");
    }

    /** The good file with something changed. */
    public static String changed(UnaryOperator<String> change) {
        String before = good();
        String after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalArgumentException("nothing changed");
        }
        return after;
    }
}
