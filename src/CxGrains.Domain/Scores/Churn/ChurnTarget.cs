namespace CxGrains.Domain.Scores.Churn;

/// <summary>What a churn probability is the probability of: leaving, in one of its modes, within the horizon.</summary>
public readonly record struct ChurnTarget
{
    /// <summary>The horizon where a workspace states none, days.</summary>
    public const int HorizonDaysDefault = 90;

    /// <summary>Silence for <see cref="HorizonDaysDefault"/> days.</summary>
    public static readonly ChurnTarget Default = new(HorizonDaysDefault, ChurnMode.Silence);

    /// <summary>A target.</summary>
    /// <param name="horizonDays">Days ahead, <see cref="Limits.ChurnHorizonDaysMin"/> to <see cref="Limits.ChurnHorizonDaysMax"/>.</param>
    /// <param name="mode">What counts as leaving.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon or the mode is outside its range.</exception>
    public ChurnTarget(int horizonDays, ChurnMode mode)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(horizonDays, Limits.ChurnHorizonDaysMin);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(horizonDays, Limits.ChurnHorizonDaysMax);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((byte)mode, (byte)ChurnMode.Cancellation, nameof(mode));
        HorizonDays = horizonDays;
        Mode = mode;
    }

    /// <summary>Days ahead.</summary>
    public int HorizonDays { get; }

    /// <summary>What counts as leaving.</summary>
    public ChurnMode Mode { get; }

    /// <summary>The horizon in milliseconds.</summary>
    public long HorizonMs => HorizonDays * TimeSpan.MillisecondsPerDay;

    internal void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(HorizonDays);
        writer.Write((byte)Mode);
    }

    internal static ChurnTarget Decode(BinaryReader reader) => new(reader.Read7BitEncodedInt(), (ChurnMode)reader.ReadByte());
}
