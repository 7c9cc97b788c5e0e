package org.dudao.balance.internal.engine;

/** Neumaier's compensated sum: the error does not grow with the number of schools. */
final class Summation {
    private double sum;
    private double correction;

    void add(double value) {
        double next = sum + value;
        correction += Math.abs(sum) >= Math.abs(value) ? (sum - next) + value : (value - next) + sum;
        sum = next;
    }

    double value() {
        return sum + correction;
    }
}
