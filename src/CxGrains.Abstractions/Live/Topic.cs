using CxGrains.Domain;

namespace CxGrains.Abstractions.Live;

/// <summary>What a dashboard subscribes to, within one workspace.</summary>
/// <param name="Kind">What it shows.</param>
/// <param name="Id">The entity's id; a segment's for insights of one; empty for <c>workspace</c>, <c>alerts</c> and <c>insights</c> of all.</param>
public readonly record struct Topic(TopicKind Kind, string Id)
{
    /// <summary>The topic of its text form.</summary>
    /// <exception cref="InvalidFieldException">The text is none of the forms.</exception>
    public static Topic Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var (kind, id) = slash < 0 ? (text, "") : (text[..slash], text[(slash + 1)..]);
        var topic = kind switch
        {
            "workspace" => new Topic(TopicKind.Workspace, id),
            "customer" => new Topic(TopicKind.Customer, id),
            "survey" => new Topic(TopicKind.Survey, id),
            "segment" => new Topic(TopicKind.Segment, id),
            "alerts" => new Topic(TopicKind.Alerts, id),
            "model" => new Topic(TopicKind.Model, id),
            "insights" => new Topic(TopicKind.Insights, id),
            _ => throw Unknown(text),
        };
        var wantsId = topic.Kind is TopicKind.Customer or TopicKind.Survey or TopicKind.Segment || (topic.Kind == TopicKind.Insights && slash >= 0);
        return wantsId == (id.Length > 0) && wantsId == (slash >= 0) && id.Length <= Limits.IdCharsMax ? topic : throw Unknown(text);
    }

    /// <summary>The text form.</summary>
    public override string ToString() => Kind switch
    {
        TopicKind.Workspace => "workspace",
        TopicKind.Customer => $"customer/{Id}",
        TopicKind.Survey => $"survey/{Id}",
        TopicKind.Segment => $"segment/{Id}",
        TopicKind.Model => "model",
        TopicKind.Insights => Id.Length == 0 ? "insights" : $"insights/{Id}",
        _ => "alerts",
    };

    private static InvalidFieldException Unknown(string text)
    {
        var shown = text.Length <= Limits.IdCharsMax ? text : text[..Limits.IdCharsMax] + "…";
        return new InvalidFieldException("topic", $"'{shown}' is none of workspace, customer/ID, survey/ID, segment/ID, alerts, model, insights, insights/SEGMENT with an id of at most {Limits.IdCharsMax} characters");
    }
}
