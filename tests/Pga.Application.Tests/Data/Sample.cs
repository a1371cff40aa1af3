using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Pga.Domain.Assessments;

namespace Pga.Application.Tests.Data;

/// <summary>
/// One filled-in object of each entity type of ours, made from the model, so that a new entity or column is in the tests by
/// itself. Foreign keys refer to the other samples.
/// </summary>
internal sealed class Sample
{
    /// <summary>More than SqlClient sends of a text without a length when it isn't told otherwise.</summary>
    private const int Long = 5000;

    private readonly Dictionary<IEntityType, object> _made = [];
    private readonly bool _withNulls;
    private int _next;

    private Sample(bool withNulls) => _withNulls = withNulls;

    /// <param name="withNulls">Leaves empty what may be empty.</param>
    /// <returns>Each type's object, those that others refer to first.</returns>
    public static IReadOnlyList<(IEntityType Type, object Entity)> OfEach(IModel model, bool withNulls)
    {
        var sample = new Sample(withNulls);
        foreach (var type in Types(model))
            sample.Of(type);
        return [.. sample._made.Select(m => (m.Key, m.Value))];
    }

    public static IEnumerable<IEntityType> Types(IModel model) =>
        model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType.Namespace!.StartsWith("Pga.", StringComparison.Ordinal));

    /// <summary>Gives other values to everything but keys and references.</summary>
    public static void Change(IEntityType type, object entity)
    {
        var sample = new Sample(withNulls: false) { _next = 1000 };
        foreach (var property in type.GetProperties().Where(p => !p.IsKey() && !p.IsForeignKey()))
            Set(property, entity, sample.Value(property));
        foreach (var navigation in type.GetNavigations().Where(n => n.TargetEntityType.IsOwned()))
            sample.FillOwned(navigation, type, entity);
    }

    private object Of(IEntityType type)
    {
        if (_made.TryGetValue(type, out var made))
            return made;
        var entity = Empty(type);
        foreach (var property in type.GetProperties())
            Set(property, entity, Reference(type, property) ?? Value(property));
        foreach (var navigation in type.GetNavigations())
        {
            if (navigation.TargetEntityType.IsOwned())
                FillOwned(navigation, type, entity);
            else if (navigation.IsCollection)
                navigation.FieldInfo!.SetValue(entity, ListOf(navigation));
        }

        return _made[type] = entity;
    }

    private object? Reference(IEntityType type, IProperty property)
    {
        var key = property.GetContainingForeignKeys().FirstOrDefault(k => k.PrincipalEntityType != type);
        if (key is null || (_withNulls && property.IsNullable))
            return null;
        return key.PrincipalKey.Properties[0].PropertyInfo!.GetValue(Of(key.PrincipalEntityType));
    }

    private void FillOwned(INavigation navigation, IEntityType owner, object entity)
    {
        var list = ListOf(navigation);
        for (var i = 0; i < 2; i++)
        {
            var part = Empty(navigation.TargetEntityType);
            foreach (var property in navigation.TargetEntityType.GetProperties())
            {
                var ownerKey = navigation.ForeignKey.Properties.Contains(property) ? owner.FindPrimaryKey()!.Properties[0].PropertyInfo!.GetValue(entity) : null;
                Set(property, part, ownerKey ?? Value(property));
            }

            list.Add(part);
        }

        navigation.FieldInfo!.SetValue(entity, list);
    }

    private static IList ListOf(INavigation navigation) =>
        (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(navigation.TargetEntityType.ClrType))!;

    private static object Empty(IEntityType type)
    {
        var entity = RuntimeHelpers.GetUninitializedObject(type.ClrType);
        // What its own constructor would have made of the events it raises.
        for (var t = type.ClrType; t is not null; t = t.BaseType)
        {
            foreach (var field in t.GetFields(System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.DeclaredOnly))
            {
                if (field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(List<>))
                    field.SetValue(entity, Activator.CreateInstance(field.FieldType));
            }
        }

        return entity;
    }

    private static void Set(IProperty property, object entity, object? value)
    {
        if (property.ValueGenerated == ValueGenerated.Never || !property.IsPrimaryKey())
            property.FieldInfo!.SetValue(entity, value);
    }

    private object? Value(IProperty property)
    {
        if (_withNulls && property.IsNullable)
            return null;
        var n = ++_next;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        return type switch
        {
            _ when type == typeof(string) => Text(property, n),
            _ when type == typeof(Guid) => Guid.CreateVersion7(),
            _ when type == typeof(int) => n,
            _ when type == typeof(long) => n + 5_000_000_000,
            _ when type == typeof(bool) => true,
            _ when type == typeof(decimal) => n + 0.25m,
            _ when type == typeof(double) => n + 0.5,
            _ when type == typeof(DateOnly) => new DateOnly(2024, 2, 29).AddDays(n),
            _ when type == typeof(TimeOnly) => new TimeOnly(23, 59, 1).Add(TimeSpan.FromSeconds(n)),
            _ when type == typeof(DateTime) => new DateTime(2026, 3, 29, 1, 30, 0, DateTimeKind.Utc).AddMicroseconds(n * 123_457),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 3, 29, 1, 30, 0, TimeSpan.Zero).AddMicroseconds(n * 123_457),
            _ when type == typeof(byte[]) => Bytes(property, n),
            _ when type == typeof(IReadOnlyList<Score>) => new Score[] { new("gezin", n), new("zelfzorg", 5) },
            _ when type == typeof(IReadOnlyList<ConditionStatus>) => new ConditionStatus[] { new("id", $"status-{n}"), new("zorg", "arranged") },
            { IsEnum: true } => Enum.GetValues(type).GetValue(0),
            _ => throw new NotSupportedException($"Say here what a {type.Name} looks like ({property.DeclaringType.ShortName()}.{property.Name})."),
        };
    }

    /// <summary>With quotes, accents and a line break, as long as the column takes; longer than a driver's default where it may be.</summary>
    private static string Text(IProperty property, int n)
    {
        var text = n.ToString(CultureInfo.InvariantCulture) + "'ë\n\"ı — 漢";
        if (property.GetMaxLength() is { } max)
            return max < text.Length ? text[..max] : text;
        return text.PadRight(Long, '.');
    }

    private static byte[] Bytes(IProperty property, int n)
    {
        var bytes = new byte[property.IsFixedLength() is true ? property.GetMaxLength()!.Value : property.GetMaxLength() is null ? 2 * Long : 3];
        (bytes[1], bytes[2]) = (255, (byte)n);
        return bytes;
    }
}
