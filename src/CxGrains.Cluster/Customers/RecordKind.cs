namespace CxGrains.Cluster.Customers;

/// <summary>What a record asks of a customer. The numbers go over the wire; never renumber.</summary>
internal enum RecordKind : byte
{
    /// <summary>An interaction.</summary>
    Interaction = 1,

    /// <summary>Time alone changes the customer.</summary>
    Due = 2,

    /// <summary>A segment was defined anew.</summary>
    Reevaluation = 3,

    /// <summary>Somebody did something with an alert of the customer.</summary>
    AlertAct = 4,

    /// <summary>A record of another customer concerns this one too, since one of them was merged into the other.</summary>
    Effect = 5,
}
