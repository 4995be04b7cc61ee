package org.towercrier.capacity.alarm;

/** An alarm cannot take the step that was asked for. */
public class AlarmActionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String alarm;

    /**
     * @param alarm  id of the alarm
     * @param reason what stands against it, to be read after "Alarm … "
     */
    public AlarmActionException(String alarm, String reason) {
        super("Alarm " + alarm + " " + reason + ".");
        this.alarm = alarm;
    }

    /** Id of the alarm. */
    public String alarm() {
        return alarm;
    }
}
