package org.towercrier.exchange.tabular.internal;
import java.nio.file.*;
public class Explore {
  public static void main(String[] a) throws Exception {
    try (TestWorkspace w = new TestWorkspace()) {
      for (String p : a) {
        long t=System.nanoTime();
        var r = w.run(Path.of(p));
        for (var f : r.files()) System.out.println(Path.of(f.file()).getFileName()+" "+f.format()+" rows="+f.rows()+" stored="+f.stored()+" unch="+f.unchanged()+" quar="+f.quarantined()+" conf="+f.conflicts()+" ref="+f.refused()+"\n   "+String.join("\n   ",f.warnings()));
        System.out.println("   "+(System.nanoTime()-t)/1000000+" ms");
        String q=TestWorkspace.quarantine(r); System.out.println("   Q:"+q.lines().limit(6).toList());
      }
      for (String c : new String[]{"Cell","Site","BaseStation","Region","DemandPoint","AccessPoint","ManagedObject","CellMeasurement","CounterValue"}) System.out.println(c+" "+w.count(c));
      System.out.println(w.rows("select id,name,technology,mcc,mnc,\"areaCode\",\"cellIdentity\",\"nodeId\",pci,band,\"physicalSector\",site,\"baseStation\",extra from cell limit 3"));
      System.out.println(w.rows("select * from cell_measurement limit 2"));
    }
  }
}
