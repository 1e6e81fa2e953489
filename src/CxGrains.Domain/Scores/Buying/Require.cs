using System.Runtime.CompilerServices;

namespace CxGrains.Domain.Scores.Buying;

/// <summary>Checks of numbers that the framework's own let pass: not a number, and infinity.</summary>
internal static class Require
{
    /// <summary>The value, where it is finite and at least 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double NotNegative(double value, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        Within(value, 0, double.MaxValue, name);

    /// <summary>The value, where it is within both ends.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not.</exception>
    public static double Within(double value, double min, double max, [CallerArgumentExpression(nameof(value))] string? name = null) =>
        value >= min && value <= max ? value : throw new ArgumentOutOfRangeException(name, value, $"Must be from {min} to {max}.");
}
