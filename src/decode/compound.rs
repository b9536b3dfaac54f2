//! A stream of an OLE compound file: chains of sectors.

/// The streams of a compound file.
struct Compound<'a> {
    bytes: &'a [u8],
    sector: usize,
    /// The next sector of each sector.
    next: Vec<u32>,
    entries: Vec<Entry>,
    /// Streams that are smaller stand in the stream of the root, in sectors of 64 bytes.
    cutoff: usize,
    first_mini: u32,
}

struct Entry {
    name: String,
    kind: u8,
    start: u32,
    size: usize,
}

const ROOT: u8 = 5;
const STREAM: u8 = 2;
const MINI_SECTOR: usize = 64;
const ENTRY: usize = 128;

/// The places in the header that list sectors of the sector table.
const TABLE_IN_HEADER: std::ops::Range<usize> = 76..512;

/// A stream by the first of its names that is there.
pub(super) fn stream(bytes: &[u8], names: &[&str]) -> Result<Vec<u8>, String> {
    let compound = Compound::open(bytes)?;
    let entry = names.iter().find_map(|name| compound.entries.iter().find(|e| e.kind == STREAM && e.name.eq_ignore_ascii_case(name)));
    let entry = entry.ok_or_else(|| format!("no stream {} in the compound file", names.join(" or ")))?;
    let mut stream = if entry.size < compound.cutoff { compound.mini(entry.start) } else { compound.chain(entry.start) };
    stream.truncate(entry.size);
    if stream.is_empty() {
        return Err(format!("the stream {} of the compound file is empty or out of reach", entry.name));
    }
    Ok(stream)
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let header = |at: usize| u32_at(bytes, at).ok_or("the header of the compound file is cut");
        let shift = header(28)? >> 16;
        if !(7..=16).contains(&shift) {
            return Err(format!("sectors of 2^{shift} bytes in the compound file, expected 2^9 or 2^12"));
        }
        let mut compound = Compound { bytes, sector: 1 << shift, next: Vec::new(), entries: Vec::new(), cutoff: header(56)? as usize, first_mini: header(60)? };
        compound.read_table(header(68)?);
        compound.entries = compound.chain(header(48)?).chunks_exact(ENTRY).filter_map(entry).collect();
        Ok(compound)
    }

    /// Reads the table of sectors: its own sectors are listed in the header, and then in a chain of lists.
    fn read_table(&mut self, first_list: u32) {
        let mut sectors: Vec<u32> = numbers(self.bytes.get(TABLE_IN_HEADER).unwrap_or_default()).collect();
        let mut list = first_list;
        let most = self.bytes.len() / self.sector + 1;
        for _ in 0..most {
            let Some((last, listed)) = self.sector(list).split_last_chunk::<4>().map(|(listed, last)| (*last, listed)) else { break };
            sectors.extend(numbers(listed));
            list = u32::from_le_bytes(last);
        }
        for sector in sectors.into_iter().take(most) {
            let content = self.sector(sector);
            self.next.extend(numbers(content));
        }
    }

    /// A sector; what of it there is at the end of the file, and nothing for one that is none.
    fn sector(&self, number: u32) -> &'a [u8] {
        let start = (number as usize).saturating_add(1).saturating_mul(self.sector);
        let bytes = self.bytes.get(start..).unwrap_or_default();
        &bytes[..bytes.len().min(self.sector)]
    }

    /// The content of a chain of sectors, as far as it goes; a chain that comes back to itself ends with the size of the file.
    fn chain(&self, first: u32) -> Vec<u8> {
        let mut content = Vec::new();
        let mut at = first;
        while content.len() < self.bytes.len() {
            let sector = self.sector(at);
            if sector.is_empty() {
                break;
            }
            content.extend_from_slice(sector);
            let Some(next) = self.next.get(at as usize) else { break };
            at = *next;
        }
        content
    }

    fn mini(&self, first: u32) -> Vec<u8> {
        let Some(root) = self.entries.iter().find(|e| e.kind == ROOT) else { return Vec::new() };
        let sectors = self.chain(root.start);
        let next: Vec<u32> = numbers(&self.chain(self.first_mini)).collect();
        let mut content = Vec::new();
        let mut at = first as usize;
        while content.len() < self.cutoff.min(sectors.len()) {
            let Some(sector) = sectors.get(at.saturating_mul(MINI_SECTOR)..).filter(|s| !s.is_empty()) else { break };
            content.extend_from_slice(&sector[..sector.len().min(MINI_SECTOR)]);
            let Some(following) = next.get(at) else { break };
            at = *following as usize;
        }
        content
    }
}

fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16::from_le_bytes([bytes[64], bytes[65]])).clamp(2, 64) - 2;
    let units: Vec<u16> = bytes[..length].chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).collect();
    Some(Entry { name: String::from_utf16_lossy(&units), kind: bytes[66], start: u32_at(bytes, 116)?, size: u32_at(bytes, 120)? as usize })
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(*bytes.get(at..)?.first_chunk()?))
}

fn numbers(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|four| u32::from_le_bytes([four[0], four[1], four[2], four[3]]))
}
