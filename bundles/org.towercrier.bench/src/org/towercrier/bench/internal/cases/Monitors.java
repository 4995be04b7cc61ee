package org.towercrier.bench.internal.cases;

import org.towercrier.command.CommandMonitor;
import org.towercrier.exchange.ImportMonitor;

/** Lets imports listen to the user. */
final class Monitors {

	private Monitors() {
	}

	static ImportMonitor of(CommandMonitor monitor) {
		return new ImportMonitor() {
			@Override
			public boolean cancelled() {
				return monitor.cancelled();
			}
		};
	}
}
