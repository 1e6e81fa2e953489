using CxGrains.Domain.Identity;

namespace CxGrains.Domain.Privacy;

/// <summary>Looks for whom a record in quarantine speaks of: an interaction as it came, or an effect of another partition's record.</summary>
public static class QuarantinedLine
{
    /// <summary>Whether it names one of those meant.</summary>
    /// <param name="line">The record's bytes; they may have been cut short.</param>
    /// <param name="isMeant">Whether a text is an id, or an address, that is looked for.</param>
    public static bool Names(byte[] line, Func<string, bool> isMeant)
    {
        if (PayloadText.Names(line, isMeant))
        {
            return true;
        }

        try
        {
            return Effect.Decode(new BinaryReader(new MemoryStream(line)), new NamePool()).Names(isMeant);
        }
        catch (Exception error) when (error is StateFormatException or IOException or FormatException)
        {
            return false;
        }
    }
}
