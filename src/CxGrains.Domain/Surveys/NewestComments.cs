namespace CxGrains.Domain.Surveys;

/// <summary>
/// The newest <see cref="Limits.CommentsMax"/> comments by time, then key: the same whatever the order they came in.
/// A comment that was pushed out does not come back when a newer one is withdrawn.
/// </summary>
internal sealed class NewestComments
{
    private readonly List<SurveyComment> _newestFirst = [];

    public IReadOnlyList<SurveyComment> NewestFirst => _newestFirst;

    public void Add(SurveyComment comment)
    {
        var index = _newestFirst.BinarySearch(comment, Order.Instance);
        index = index < 0 ? ~index : index;
        if (index >= Limits.CommentsMax)
        {
            return;
        }

        if (_newestFirst.Count == Limits.CommentsMax)
        {
            _newestFirst.RemoveAt(Limits.CommentsMax - 1);
        }

        _newestFirst.Insert(index, comment);
    }

    /// <summary>Removes the comment of an answer, if it is still kept.</summary>
    public void Remove(long atMs, ulong key, string customer)
    {
        // The key alone would not do: two customers may use the same response id, and an answer without any id has key 0.
        for (var i = 0; i < _newestFirst.Count; i++)
        {
            var comment = _newestFirst[i];
            if (comment.AtMs == atMs && comment.Key == key && comment.Customer == customer)
            {
                _newestFirst.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>Removes all comments of a customer; says whether there were any.</summary>
    public bool RemoveAll(string customer) => _newestFirst.RemoveAll(comment => comment.Customer == customer) > 0;

    public void AddAll(NewestComments other)
    {
        foreach (var comment in other._newestFirst)
        {
            Add(comment);
        }
    }

    public void Encode(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_newestFirst.Count);
        foreach (var comment in _newestFirst)
        {
            writer.Write(comment.AtMs);
            writer.Write(comment.Key);
            writer.Write7BitEncodedInt(comment.Score);
            writer.Write(comment.Customer);
            writer.Write(comment.Text);
            writer.Write(comment.Channel ?? "");
        }
    }

    /// <summary>Reads what <see cref="Encode"/> wrote.</summary>
    /// <param name="reader">Stands before the count.</param>
    /// <param name="hasChannels">Whether channels were kept when it was written.</param>
    /// <param name="names">Shares channels.</param>
    public static NewestComments Decode(BinaryReader reader, bool hasChannels, NamePool names)
    {
        var comments = new NewestComments();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            comments._newestFirst.Add(new SurveyComment(
                reader.ReadInt64(), reader.ReadUInt64(), reader.Read7BitEncodedInt(), reader.ReadString(), reader.ReadString(), hasChannels ? ChannelOf(reader, names) : null));
        }

        return comments;
    }

    private static string? ChannelOf(BinaryReader reader, NamePool names) => reader.ReadString() is { Length: > 0 } channel ? names.Share(channel) : null;

    // Newest first. What follows the key only makes sure that two comments never tie.
    private sealed class Order : IComparer<SurveyComment>
    {
        public static readonly Order Instance = new();

        public int Compare(SurveyComment? x, SurveyComment? y)
        {
            var order = y!.AtMs.CompareTo(x!.AtMs);
            order = order != 0 ? order : y.Key.CompareTo(x.Key);
            order = order != 0 ? order : string.CompareOrdinal(x.Customer, y.Customer);
            order = order != 0 ? order : x.Score.CompareTo(y.Score);
            order = order != 0 ? order : string.CompareOrdinal(x.Text, y.Text);
            return order != 0 ? order : string.CompareOrdinal(x.Channel, y.Channel);
        }
    }
}
