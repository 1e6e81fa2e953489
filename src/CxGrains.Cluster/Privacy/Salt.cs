using System.Security.Cryptography;
using CxGrains.Cluster.Storage;
using CxGrains.Domain.Privacy;
using Npgsql;

namespace CxGrains.Cluster.Privacy;

/// <summary>What ids of erased customers are hashed with: random, one for the installation, made when it is first asked for.</summary>
/// <param name="database">A database with the tables of <see cref="ClusterSchema"/>; it stays the caller's.</param>
internal sealed class Salt(NpgsqlDataSource database)
{
    /// <summary>The salt, <see cref="Tombstones.SaltBytes"/> long.</summary>
    public async Task<byte[]> ReadAsync()
    {
        await using (var insert = database.CreateCommand("INSERT INTO cx_setting (name, value) VALUES ('salt', $1) ON CONFLICT DO NOTHING"))
        {
            insert.Parameters.Add(new() { Value = Convert.ToHexString(RandomNumberGenerator.GetBytes(Tombstones.SaltBytes)) });
            await insert.ExecuteNonQueryAsync();
        }

        await using var select = database.CreateCommand("SELECT value FROM cx_setting WHERE name = 'salt'");
        return Convert.FromHexString((string)(await select.ExecuteScalarAsync())!);
    }
}
