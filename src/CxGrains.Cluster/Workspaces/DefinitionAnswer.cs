using CxGrains.Abstractions.Definitions;
using CxGrains.Cluster.Customers;
using CxGrains.Domain;

namespace CxGrains.Cluster.Workspaces;

/// <summary>What a change of a definition came to. A refusal is an answer, not an exception: exceptions of the contract know nothing of Orleans.</summary>
[GenerateSerializer, Immutable, Alias("cx.DefinitionAnswer")]
internal sealed class DefinitionAnswer
{
    /// <summary>The survey as it stands now; null for segments and refusals.</summary>
    [Id(0)]
    public SurveyOnWire? Survey { get; init; }

    /// <summary>The segment as it stands now, as stored; null for surveys and refusals.</summary>
    [Id(1)]
    public string? Segment { get; init; }

    /// <summary>Why it was refused.</summary>
    [Id(2)]
    public Refusal Refusal { get; init; }

    /// <summary>The field that is wrong; null for other refusals.</summary>
    [Id(3)]
    public string? Field { get; init; }

    /// <summary>The refusal in words; null for none.</summary>
    [Id(4)]
    public string? Message { get; init; }

    /// <summary>The settings as they stand now, as stored; null for others and refusals.</summary>
    [Id(5)]
    public string? Settings { get; init; }

    /// <summary>The alert rules as they stand now, as stored; null for others and refusals.</summary>
    [Id(6)]
    public string? AlertRules { get; init; }

    /// <summary>What <paramref name="decide"/> comes to.</summary>
    public static DefinitionAnswer Of(Func<DefinitionAnswer> decide)
    {
        try
        {
            return decide();
        }
        catch (VersionConflictException error)
        {
            return new DefinitionAnswer { Refusal = Refusal.Version, Message = error.Message };
        }
        catch (ConflictException error)
        {
            return new DefinitionAnswer { Refusal = Refusal.Conflict, Message = error.Message };
        }
        catch (InvalidFieldException error)
        {
            return new DefinitionAnswer { Refusal = Refusal.Field, Field = error.Field, Message = error.Problem };
        }
    }

    /// <summary>This answer, or the refusal as the contract tells it.</summary>
    public DefinitionAnswer OrThrow() => Refusal switch
    {
        Refusal.None => this,
        Refusal.Version => throw new VersionConflictException(Message!),
        Refusal.Conflict => throw new ConflictException(Message!),
        _ => throw new InvalidFieldException(Field!, Message!),
    };
}
