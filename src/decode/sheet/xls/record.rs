//! The records of a stream.

pub(super) const FORMULA: u16 = 0x0006;
pub(super) const EOF: u16 = 0x000a;
pub(super) const DATE_MODE: u16 = 0x0022;
pub(super) const FILE_PASS: u16 = 0x002f;
pub(super) const CONTINUE: u16 = 0x003c;
pub(super) const CODE_PAGE: u16 = 0x0042;
pub(super) const OBJECT: u16 = 0x005d;
pub(super) const COLUMN_INFO: u16 = 0x007d;
pub(super) const BOUND_SHEET: u16 = 0x0085;
pub(super) const MULTIPLE_RK: u16 = 0x00bd;
pub(super) const RICH_STRING: u16 = 0x00d6;
pub(super) const XF: u16 = 0x00e0;
pub(super) const MERGED_CELLS: u16 = 0x00e5;
pub(super) const SST: u16 = 0x00fc;
pub(super) const LABEL_SST: u16 = 0x00fd;
pub(super) const TEXT_OBJECT: u16 = 0x01b6;
pub(super) const NUMBER: u16 = 0x0203;
pub(super) const LABEL: u16 = 0x0204;
pub(super) const BOOL_ERROR: u16 = 0x0205;
pub(super) const STRING: u16 = 0x0207;
pub(super) const ROW: u16 = 0x0208;
pub(super) const RK: u16 = 0x027e;
pub(super) const FORMAT: u16 = 0x041e;
pub(super) const BOF: u16 = 0x0809;

/// A record and the records that continue it.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) kind: u16,
    pub(super) data: &'a [u8],
    pub(super) continued: Vec<&'a [u8]>,
}

impl Record<'_> {
    pub(super) fn u8(&self, at: usize) -> Option<u8> {
        self.data.get(at).copied()
    }

    pub(super) fn u16(&self, at: usize) -> Option<u16> {
        Some(u16::from_le_bytes(*self.data.get(at..)?.first_chunk()?))
    }

    pub(super) fn u32(&self, at: usize) -> Option<u32> {
        Some(u32::from_le_bytes(*self.data.get(at..)?.first_chunk()?))
    }

    pub(super) fn f64(&self, at: usize) -> Option<f64> {
        Some(f64::from_le_bytes(*self.data.get(at..)?.first_chunk()?))
    }
}

/// The records of a stream from a place on; a last one that is cut is left out.
#[derive(Debug)]
pub(super) struct Records<'a> {
    rest: &'a [u8],
}

impl<'a> Records<'a> {
    pub(super) fn new(stream: &'a [u8]) -> Self {
        Records { rest: stream }
    }

    /// How many bytes are not read yet.
    pub(super) fn left(&self) -> usize {
        self.rest.len()
    }

    fn one(&mut self) -> Option<(u16, &'a [u8])> {
        let [a, b, c, d] = *self.rest.first_chunk::<4>()?;
        let data = self.rest.get(4..4 + usize::from(u16::from_le_bytes([c, d])))?;
        self.rest = &self.rest[4 + data.len()..];
        Some((u16::from_le_bytes([a, b]), data))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, data) = self.one()?;
        let mut continued = Vec::new();
        while self.rest.first_chunk::<2>() == Some(&CONTINUE.to_le_bytes()) {
            let Some((_, data)) = self.one() else { break };
            continued.push(data);
        }
        Some(Record { kind, data, continued })
    }
}
