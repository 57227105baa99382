package precheck

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/binary"
)

// cryptMethod is how streams and strings are encrypted.
type cryptMethod uint8

const (
	notEncrypted cryptMethod = iota
	methodRC4
	methodAES128
	methodAES256
)

// cryptography decrypts a file that opens with the empty password, as many
// published reports do: their password only forbids changing them.
type cryptography struct {
	key              []byte
	streams, strings cryptMethod
}

// padding completes a password (ISO 32000-1, algorithm 2).
var padding = []byte("\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08" +
	"\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A")

// decryption works out how to decrypt the file, nil when it is not encrypted.
func (f *file) decryption() (*cryptography, error) {
	d, err := f.resolve(f.trailer.key("Encrypt"))
	if err != nil {
		return nil, refuse(Encrypted, "/Encrypt: %v", err)
	}
	if d.kind != dict {
		return nil, nil
	}
	version, revision := d.key("V").n, d.key("R").n
	c := &cryptography{}
	switch {
	case d.key("Filter").s != "Standard":
		return nil, refuse(Encrypted, "with security handler %q", d.key("Filter").s)
	case version == 1 || version == 2:
		c.streams, c.strings = methodRC4, methodRC4
	case version == 4 || version == 5:
		c.streams, c.strings = methodOf(d, "StmF"), methodOf(d, "StrF")
	default:
		return nil, refuse(Encrypted, "version %d", version)
	}
	if revision >= 5 {
		c.key = keyOfRevision6(d, revision)
	} else {
		c.key = f.keyOfRevision4(d, revision)
	}
	if c.key == nil {
		return nil, refuse(Encrypted, "revision %d, and not with the empty password", revision)
	}
	return c, nil
}

// methodOf looks up a crypt filter.
func methodOf(d value, key string) cryptMethod {
	switch d.key("CF").key(d.key(key).s).key("CFM").s {
	case "V2":
		return methodRC4
	case "AESV2":
		return methodAES128
	case "AESV3":
		return methodAES256
	}
	return notEncrypted
}

// keyOfRevision4 makes the key of revisions 2 to 4 from the empty password, nil
// when the file wants another (ISO 32000-1, algorithms 2, 4 and 5).
func (f *file) keyOfRevision4(d value, revision int64) []byte {
	length := int(d.key("Length").n) / 8
	if d.key("V").n == 4 {
		length = 16
	}
	if revision == 2 || length < 5 || length > 16 {
		length = 5
	}
	var id string
	if ids := f.trailer.key("ID"); len(ids.items) > 0 {
		id = ids.items[0].s
	}
	b := append([]byte{}, padding...)
	b = append(b, d.key("O").s[:min(32, len(d.key("O").s))]...)
	b = binary.LittleEndian.AppendUint32(b, uint32(d.key("P").n))
	b = append(b, id...)
	if revision >= 4 && d.key("EncryptMetadata").s == "false" {
		b = append(b, 0xFF, 0xFF, 0xFF, 0xFF)
	}
	sum := md5.Sum(b)
	for range 50 {
		if revision >= 3 {
			sum = md5.Sum(sum[:length])
		}
	}
	key := sum[:length]
	if !opens(key, d.key("U").s, id, revision) {
		return nil
	}
	return key
}

// opens checks a key against /U.
func opens(key []byte, u, id string, revision int64) bool {
	if revision == 2 {
		return string(rc4Bytes(key, padding)) == u
	}
	sum := md5.Sum(append(bytes.Clone(padding), id...))
	b := sum[:]
	for i := range byte(20) {
		turned := bytes.Clone(key)
		for j := range turned {
			turned[j] ^= i
		}
		b = rc4Bytes(turned, b)
	}
	return len(u) >= 16 && string(b) == u[:16]
}

// keyOfRevision6 makes the key of revisions 5 and 6 (ISO 32000-2, algorithm
// 2.A), nil when the file wants a password.
func keyOfRevision6(d value, revision int64) []byte {
	u, wrapped := []byte(d.key("U").s), []byte(d.key("UE").s)
	if len(u) < 48 || len(wrapped) < 32 {
		return nil
	}
	hash := hardenedHash
	if revision == 5 {
		hash = func(salt []byte) []byte { sum := sha256.Sum256(salt); return sum[:] }
	}
	if !bytes.Equal(hash(u[32:40]), u[:32]) {
		return nil
	}
	block, err := aes.NewCipher(hash(u[40:48]))
	if err != nil {
		return nil
	}
	key := make([]byte, 32)
	cipher.NewCBCDecrypter(block, make([]byte, aes.BlockSize)).CryptBlocks(key, wrapped[:32])
	return key
}

// hardenedHash is algorithm 2.B of ISO 32000-2 for the empty password.
func hardenedHash(salt []byte) []byte {
	sum := sha256.Sum256(salt)
	k := sum[:]
	for i := 0; ; i++ {
		block, err := aes.NewCipher(k[:16])
		if err != nil {
			return nil
		}
		e := bytes.Repeat(k, 64)
		cipher.NewCBCEncrypter(block, k[16:32]).CryptBlocks(e, e)
		remainder := 0
		for _, c := range e[:16] {
			remainder += int(c)
		}
		switch remainder % 3 {
		case 0:
			s := sha256.Sum256(e)
			k = s[:]
		case 1:
			s := sha512.Sum384(e)
			k = s[:]
		case 2:
			s := sha512.Sum512(e)
			k = s[:]
		}
		if i >= 63 && int(e[len(e)-1]) <= i-31 {
			return k[:32]
		}
	}
}

// decrypt decrypts a string or the data of a stream of an object. Data that
// cannot be what it says is returned as far as it goes.
func (c *cryptography) decrypt(method cryptMethod, id uint32, gen uint16, data []byte) []byte {
	switch method {
	case methodRC4:
		return rc4Bytes(c.objectKey(id, gen, ""), data)
	case methodAES128:
		return cbcBytes(c.objectKey(id, gen, "sAlT"), data)
	case methodAES256:
		return cbcBytes(c.key, data)
	}
	return data
}

// objectKey is the key of one object (ISO 32000-1, algorithm 1).
func (c *cryptography) objectKey(id uint32, gen uint16, salt string) []byte {
	b := append(bytes.Clone(c.key), byte(id), byte(id>>8), byte(id>>16), byte(gen), byte(gen>>8))
	sum := md5.Sum(append(b, salt...))
	return sum[:min(len(c.key)+5, 16)]
}

func rc4Bytes(key, data []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		return data
	}
	out := make([]byte, len(data))
	c.XORKeyStream(out, data)
	return out
}

// cbcBytes decrypts AES in CBC mode: a block to begin with, then the data,
// filled up to whole blocks.
func cbcBytes(key, data []byte) []byte {
	block, err := aes.NewCipher(key)
	if err != nil || len(data) < 2*aes.BlockSize {
		return nil
	}
	whole := len(data) / aes.BlockSize * aes.BlockSize
	out := make([]byte, whole-aes.BlockSize)
	cipher.NewCBCDecrypter(block, data[:aes.BlockSize]).CryptBlocks(out, data[aes.BlockSize:whole])
	if n := int(out[len(out)-1]); n >= 1 && n <= aes.BlockSize && n <= len(out) {
		out = out[:len(out)-n]
	}
	return out
}
