// Registers, looks up, encodes and decodes with clients that others wrote. usage: node run.js <address of a registry with an empty database>
'use strict';

const assert = require('node:assert/strict');
const confluent = require('@confluentinc/schemaregistry');
const kafkajs = require('@kafkajs/confluent-schema-registry');
const protobuf = require('@bufbuild/protobuf');
const wkt = require('@bufbuild/protobuf/wkt');

const address = process.argv[2].replace(/\/$/, '');
const person = { name: 'Ann', age: 41 };
const texts = {
  AVRO: JSON.stringify({
    type: 'record', name: 'Person', namespace: 'clients',
    fields: [{ name: 'name', type: 'string' }, { name: 'age', type: 'int', default: 0 }],
  }),
  JSON: JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', required: ['name'], additionalProperties: false,
    properties: { name: { type: 'string' }, age: { type: 'integer' } },
  }),
  PROTOBUF: 'syntax = "proto3";\npackage clients;\nmessage Person {\n  string name = 1;\n  int32 age = 2;\n}\n',
};

// The bytes in front of a message: 0 and the id.
function idOf(message) {
  assert.equal(message[0], 0);
  return message.readInt32BE(1);
}

async function runKafkaJs(type) {
  const registry = new kafkajs.SchemaRegistry({ host: address });
  const subject = `kafkajs/${type}-value`;
  const { id } = await registry.register({ type, schema: texts[type] }, { subject });

  assert.equal((await registry.register({ type, schema: texts[type] }, { subject })).id, id);
  assert.equal(await registry.getLatestSchemaId(subject), id);
  assert.equal(await registry.getRegistryId(subject, 1), id);
  assert.equal(await registry.getRegistryIdBySchema(subject, { type, schema: texts[type] }), id);
  const message = await registry.encode(id, person);
  assert.equal(idOf(message), id);
  const decoded = await new kafkajs.SchemaRegistry({ host: address }).decode(message);
  assert.deepEqual({ name: decoded.name, age: decoded.age }, person);
}

function confluentSerde(client, type) {
  const options = { autoRegisterSchemas: false, useLatestVersion: true };
  const VALUE = confluent.SerdeType.VALUE;
  if (type === 'AVRO') {
    return [new confluent.AvroSerializer(client, VALUE, options), new confluent.AvroDeserializer(client, VALUE, {}), person];
  }

  if (type === 'JSON') {
    return [new confluent.JsonSerializer(client, VALUE, options), new confluent.JsonDeserializer(client, VALUE, {}), person];
  }

  // The serializer registers the descriptor of the message's file, in base64.
  const field = (name, number, fieldType) => ({ name, number, type: fieldType, label: wkt.FieldDescriptorProto_Label.OPTIONAL, jsonName: name });
  const file = protobuf.create(wkt.FileDescriptorProtoSchema, {
    name: 'clients/person.proto', package: 'clients', syntax: 'proto3',
    messageType: [{
      name: 'Person',
      field: [field('name', 1, wkt.FieldDescriptorProto_Type.STRING), field('age', 2, wkt.FieldDescriptorProto_Type.INT32)],
    }],
  });
  const description = protobuf.createFileRegistry(protobuf.create(wkt.FileDescriptorSetSchema, { file: [file] })).getMessage('clients.Person');
  const serializer = new confluent.ProtobufSerializer(client, VALUE, { autoRegisterSchemas: true });
  serializer.registry.add(description);
  return [serializer, new confluent.ProtobufDeserializer(client, VALUE, {}), protobuf.create(description, person)];
}

async function runConfluent(type) {
  const client = new confluent.SchemaRegistryClient({ baseURLs: [address], cacheCapacity: 100 });
  // A slash in the subject would be lost: not every call of this client encodes it.
  const topic = `confluent-${type}`;
  const subject = `${topic}-value`;
  const info = { schema: texts[type], schemaType: type, metadata: { properties: { owner: 'clients' } } };
  const registered = await client.registerFullResponse(subject, info);

  assert.ok(registered.id > 0);
  assert.equal(await client.register(subject, info), registered.id);
  assert.equal(await client.getId(subject, info), registered.id);
  assert.equal(await client.getVersion(subject, info), 1);
  assert.deepEqual(await client.getAllVersions(subject), [1]);
  assert.equal((await client.getLatestSchemaMetadata(subject)).id, registered.id);
  assert.equal((await client.getLatestWithMetadata(subject, { owner: 'clients' })).version, 1);
  assert.equal((await client.getSchemaMetadata(subject, 1)).schema, texts[type]);
  assert.equal((await client.getByGuid(registered.guid)).schema, texts[type]);
  assert.ok((await client.getAllSubjects()).includes(subject));
  assert.equal(await client.testSubjectCompatibility(subject, info), true);
  assert.equal(await client.testCompatibility(subject, 1, info), true);
  await client.updateCompatibility(subject, confluent.Compatibility.FULL_TRANSITIVE);
  assert.equal(await client.getCompatibility(subject), 'FULL_TRANSITIVE');

  const [serializer, deserializer, message] = confluentSerde(client, type);
  const bytes = await serializer.serialize(topic, message);
  const decoded = await deserializer.deserialize(topic, bytes);
  assert.deepEqual({ name: decoded.name, age: decoded.age }, person);
  assert.equal((await client.getBySubjectAndId(subject, idOf(bytes))).schemaType ?? 'AVRO', type);
  assert.deepEqual(await client.deleteSubject(subject), await client.deleteSubject(subject, true));
}

async function refuses(type) {
  const client = new confluent.SchemaRegistryClient({ baseURLs: [address], cacheCapacity: 100 });
  await assert.rejects(client.getLatestSchemaMetadata(`nobody-${type}`), { status: 404, errorCode: 40401 });
  await assert.rejects(client.register(`wrong-${type}`, { schema: '{', schemaType: type }), { status: 422, errorCode: 42201 });
}

async function main() {
  for (const [name, run] of Object.entries({ kafkajs: runKafkaJs, confluent: runConfluent, refusals: refuses })) {
    for (const type of Object.keys(texts)) {
      try {
        await run(type);
        console.log(`${name} ${type} ok`);
      } catch (error) {
        console.log(`${name} ${type} failed: ${error.stack}`);
        process.exitCode = 1;
      }
    }
  }
}

main();
