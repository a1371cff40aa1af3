using System.Data;
using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Pga.Application.Data;

/// <summary>
/// Writes many entities through prepared statements in one transaction, past the change tracker: for import, demo data and
/// the access log. The statements come from the EF model, so they follow it; owned collections go along with their owner.
/// No history is made here: who uses it writes that too.
/// </summary>
internal sealed class BulkWriter : IAsyncDisposable
{
    private readonly PgaDbContext _db;
    private readonly DbConnection _connection;
    private readonly IDbContextTransaction _unit;
    private readonly DbTransaction _transaction;
    private readonly ISqlGenerationHelper _sql;
    private readonly Dictionary<Type, Statement> _inserts = [];
    private readonly Dictionary<Type, Statement> _updates = [];
    private readonly Dictionary<Type, Owned[]> _owned = [];

    private BulkWriter(PgaDbContext db, IDbContextTransaction unit)
    {
        _db = db;
        _connection = db.Database.GetDbConnection();
        _unit = unit;
        _transaction = unit.GetDbTransaction();
        _sql = db.GetService<ISqlGenerationHelper>();
    }

    /// <summary>Begins a transaction of the context, so that its queries see what is written and the other way round.</summary>
    public static async Task<BulkWriter> Begin(PgaDbContext db, CancellationToken ct) =>
        new(db, await db.Database.BeginTransactionAsync(ct));

    /// <summary>Inserts an entity and what it owns.</summary>
    public async ValueTask Insert<T>(T entity, CancellationToken ct)
        where T : class
    {
        await InsertRow(typeof(T), entity, ct);
        foreach (var owned in OwnedOf(typeof(T)))
        {
            foreach (var part in owned.Parts(entity))
                await InsertRow(owned.Type, part, ct);
        }
    }

    /// <summary>Writes an entity's own columns over the row with its key, and replaces what it owns.</summary>
    public async ValueTask Update<T>(T entity, CancellationToken ct)
        where T : class
    {
        await Execute(_updates, typeof(T), entity, UpdateOf, ct);
        foreach (var owned in OwnedOf(typeof(T)))
        {
            await using var delete = owned.Delete(this, entity);
            await delete.ExecuteNonQueryAsync(ct);
            foreach (var part in owned.Parts(entity))
                await InsertRow(owned.Type, part, ct);
        }
    }

    public Task Commit(CancellationToken ct) => _unit.CommitAsync(ct);

    public async ValueTask DisposeAsync()
    {
        foreach (var statement in _inserts.Values.Concat(_updates.Values))
            await statement.Command.DisposeAsync();
        await _unit.DisposeAsync();
    }

    private ValueTask InsertRow(Type type, object entity, CancellationToken ct) => Execute(_inserts, type, entity, InsertOf, ct);

    private async ValueTask Execute(Dictionary<Type, Statement> statements, Type type, object entity, Func<IEntityType, Statement> make, CancellationToken ct)
    {
        if (!statements.TryGetValue(type, out var statement))
            statements[type] = statement = make(TypeOf(type));
        foreach (var (parameter, property) in statement.Parameters)
            parameter.Value = property.Read(entity);
        await statement.Command.ExecuteNonQueryAsync(ct);
    }

    private IEntityType TypeOf(Type type) =>
        _db.Model.FindEntityType(type) ?? _db.Model.GetEntityTypes().Single(t => t.ClrType == type);

    private Statement InsertOf(IEntityType type)
    {
        var properties = Columns(type).Where(p => p.Property.ValueGenerated == ValueGenerated.Never || !p.Property.IsPrimaryKey()).ToList();
        var sql = new StringBuilder("INSERT INTO ").Append(Table(type)).Append(" (")
            .AppendJoin(", ", properties.Select(p => p.Name)).Append(") VALUES (")
            .AppendJoin(", ", properties.Select((_, i) => "@p" + i)).Append(')');
        return Prepare(sql.ToString(), properties);
    }

    private Statement UpdateOf(IEntityType type)
    {
        var properties = Columns(type).ToList();
        var sets = properties.Select((p, i) => (p, i)).Where(x => !x.p.Property.IsPrimaryKey()).Select(x => $"{x.p.Name} = @p{x.i}");
        var keys = properties.Select((p, i) => (p, i)).Where(x => x.p.Property.IsPrimaryKey()).Select(x => $"{x.p.Name} = @p{x.i}");
        return Prepare($"UPDATE {Table(type)} SET {string.Join(", ", sets)} WHERE {string.Join(" AND ", keys)}", properties);
    }

    private Statement Prepare(string sql, List<Column> properties)
    {
        var command = _connection.CreateCommand();
        command.Transaction = _transaction;
#pragma warning disable CA2100 // Made of the model's own table and column names.
        command.CommandText = sql;
#pragma warning restore CA2100
        var parameters = new List<(DbParameter, Column)>();
        foreach (var property in properties)
        {
            var parameter = property.Mapping.CreateParameter(command, "@p" + parameters.Count, null, property.Property.IsNullable, ParameterDirection.Input);
            // EF gives a parameter the length of its value, and this one has none yet: SqlClient would cut what is longer.
            if (parameter.DbType is DbType.String or DbType.Binary)
                parameter.Size = -1;
            command.Parameters.Add(parameter);
            parameters.Add((parameter, property));
        }

        return new Statement(command, parameters);
    }

    private string Table(IEntityType type) => _sql.DelimitIdentifier(type.GetTableName()!, type.GetSchema());

    private IEnumerable<Column> Columns(IEntityType type) =>
        type.GetProperties().Select(p => new Column(p, _sql.DelimitIdentifier(p.GetColumnName()), p.GetRelationalTypeMapping(), p.GetGetter(), p.GetRelationalTypeMapping().Converter));

    private Owned[] OwnedOf(Type type)
    {
        if (!_owned.TryGetValue(type, out var owned))
        {
            _owned[type] = owned =
            [
                .. TypeOf(type).GetNavigations()
                    .Where(n => n.TargetEntityType.IsOwned())
                    .Select(n => new Owned(n.TargetEntityType.ClrType, n.TargetEntityType, n.GetGetter())),
            ];
        }

        return owned;
    }

    private sealed record Statement(DbCommand Command, List<(DbParameter Parameter, Column Column)> Parameters);

    private sealed record Column(IProperty Property, string Name, RelationalTypeMapping Mapping, IClrPropertyGetter Getter, ValueConverter? Converter)
    {
        public object Read(object entity)
        {
            var value = Getter.GetClrValue(entity);
            return value is null ? DBNull.Value : Converter?.ConvertToProvider(value) ?? value;
        }

        public override string ToString() => Name;
    }

    private sealed record Owned(Type Type, IEntityType EntityType, IClrPropertyGetter Getter)
    {
        public IEnumerable<object> Parts(object owner) => (IEnumerable<object>?)Getter.GetClrValue(owner) ?? [];

        public DbCommand Delete(BulkWriter writer, object owner)
        {
            var key = EntityType.FindOwnership()!.Properties[0];
            var ownerKey = EntityType.FindOwnership()!.PrincipalKey.Properties[0];
            var command = writer._connection.CreateCommand();
            command.Transaction = writer._transaction;
#pragma warning disable CA2100 // Made of the model's own table and column names.
            command.CommandText = $"DELETE FROM {writer.Table(EntityType)} WHERE {writer._sql.DelimitIdentifier(key.GetColumnName())} = @p0";
#pragma warning restore CA2100
            command.Parameters.Add(key.GetRelationalTypeMapping().CreateParameter(command, "@p0", ownerKey.GetGetter().GetClrValue(owner), false, ParameterDirection.Input));
            return command;
        }
    }
}
