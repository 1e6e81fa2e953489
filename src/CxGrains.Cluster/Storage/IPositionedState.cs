namespace CxGrains.Cluster.Storage;

/// <summary>A state that says which record it holds last, so that storage tells one from before an erase.</summary>
internal interface IPositionedState
{
    /// <summary>The position's value; where the state is cleared, that of the record that erased it. 0 for none.</summary>
    long Position { get; set; }
}
