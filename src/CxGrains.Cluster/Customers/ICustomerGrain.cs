using Orleans.Concurrency;

namespace CxGrains.Cluster.Customers;

/// <summary>One customer. Its key is <c>workspace/id</c>; its partition's worker is the only one that folds and saves.</summary>
[Alias("cx.ICustomerGrain")]
internal interface ICustomerGrain : IGrainWithStringKey
{
    /// <summary>Folds records; what was folded before changes nothing and is announced again. What is for another life is not folded.</summary>
    [Alias("Fold")]
    Task<CustomerFolded> FoldAsync(CustomerRecords records);

    /// <summary>Saves what changed; tells the life that saved.</summary>
    [Alias("Save")]
    Task<long> SaveAsync();

    /// <summary>Stores a state that was moved in from elsewhere, unless the customer stands behind it already. No worker has met it yet.</summary>
    [Alias("Adopt")]
    Task AdoptAsync(byte[] state);

    /// <summary>Deletes what is stored of one that was erased, unless it began anew behind the record that erased it. That one is committed.</summary>
    [Alias("Erase")]
    Task EraseAsync(long position);

    /// <summary>The state, in the domain's encoding; null where there is no customer.</summary>
    [Alias("Read"), ReadOnly]
    Task<byte[]?> ReadAsync();
}
