package org.towercrier.capacity.exchange.internal.in;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Events that carry no alarm are checked as well: a file with a broken one is not a good file. */
final class VesOtherDomains {

    /** Fields required in the block of a domain, by the common event format 30.2.1. */
    private static final Map<String, List<String>> REQUIRED = Map.of("heartbeat", List.of("heartbeatFieldsVersion", "heartbeatInterval"),
            "notification", List.of("changeIdentifier", "changeType", "notificationFieldsVersion"),
            "pnfRegistration", List.of("pnfRegistrationFieldsVersion"),
            "stateChange", List.of("newState", "oldState", "stateChangeFieldsVersion", "stateInterface"),
            "syslog", List.of("eventSourceType", "syslogFieldsVersion", "syslogMsg", "syslogTag"),
            "other", List.of("otherFieldsVersion"));
    private static final Pattern OCTETS = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private VesOtherDomains() {
    }

    static void check(Fields event, String domain) throws BadEvent {
        String name = domain + "Fields";
        if (!event.has(name)) {
            if (domain.equals("heartbeat")) {
                return;
            }
            throw event.bad(name, "Field_Missing");
        }
        Fields block = event.object(name);
        for (String required : REQUIRED.getOrDefault(domain, List.of())) {
            if (domain.equals("syslog") && required.equals("syslogTag") || domain.equals("heartbeat")) {
                continue;
            }
            block.required(required);
        }
        address(block, "oamV4IpAddress", false);
        address(block, "oamV6IpAddress", true);
    }

    private static void address(Fields block, String name, boolean six) throws BadEvent {
        if (block.has(name) && !(six ? isV6(block.required(name)) : OCTETS.matcher(block.required(name)).matches())) {
            throw block.bad(name, six ? "Field_NoV6" : "Field_NoV4");
        }
    }

    private static boolean isV6(String text) {
        String bare = text.replaceFirst("%[\\w.\\-]+$", "");
        if (!HEXADECIMAL.matcher(bare).matches()) {
            return false;
        }
        try {
            // a text with a colon is never looked up, only read
            InetAddress.getByName(bare);
            return true;
        } catch (UnknownHostException wrong) {
            return false;
        }
    }
}
