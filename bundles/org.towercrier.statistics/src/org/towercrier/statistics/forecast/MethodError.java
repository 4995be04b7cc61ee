package org.towercrier.statistics.forecast;

/**
 * How far a method was off in a back-test.
 *
 * @param method    which
 * @param forecasts number of values that were forecast and are known
 * @param mape      mean absolute percentage error in percent, over the values that are not zero; NaN without any
 * @param smape     symmetric mean absolute percentage error in percent, 200 |y − f| / (|y| + |f|) (Makridakis and Hibon, The M3-Competition,
 *                  International Journal of Forecasting 16, 2000)
 * @param mase      mean absolute scaled error: the scale of each origin is the mean absolute difference of the values before it from those
 *                  a season earlier (Hyndman and Koehler, Another look at measures of forecast accuracy, International Journal of
 *                  Forecasting 22, 2006); NaN when that is zero
 */
public record MethodError(ForecastMethod method, int forecasts, double mape, double smape, double mase) {

    /** Whether it was off by less than another one in the same back-test. */
    public boolean beats(MethodError other) {
        return mase < other.mase;
    }
}
