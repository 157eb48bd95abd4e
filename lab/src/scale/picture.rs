//! The cost by the number of functions, as a picture.

use std::path::Path;

use anyhow::{Result, anyhow};
use plotters::prelude::*;

use super::{Point, Shape};

const COLORS: [RGBColor; 3] = [RGBColor(0, 114, 178), RGBColor(213, 94, 0), RGBColor(0, 158, 115)];

/// Draws CPU and peak memory beside each other, on logarithmic axes. Fails if the file cannot be written.
pub(super) fn write(path: &Path, points: &[Point]) -> Result<()> {
    let area = SVGBackend::new(path, (960, 420)).into_drawing_area();
    let drawn = area.fill(&WHITE).map_err(|error| error.to_string()).and_then(|()| {
        let (left, right) = area.split_horizontally(480);
        draw(&left, "CPU, seconds", points, |point| point.cpu)?;
        draw(&right, "peak memory, megabytes", points, |point| point.peak)?;
        area.present().map_err(|error| error.to_string())
    });
    drawn.map_err(|why| anyhow!("cannot draw {}: {why}", path.display()))
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn draw(area: &Area, title: &str, points: &[Point], value: fn(&Point) -> f64) -> Result<(), String> {
    let points: Vec<&Point> = points.iter().filter(|point| point.shape.is_package()).collect();
    let values = || points.iter().map(|point| value(point));
    let (least, most) = (values().fold(f64::INFINITY, f64::min), values().fold(0.0, f64::max));
    let sizes = || points.iter().map(|point| point.functions as f64);
    let (first, last) = (sizes().fold(f64::INFINITY, f64::min), sizes().fold(0.0, f64::max));
    let mut chart = ChartBuilder::on(area)
        .caption(title, ("sans-serif", 18))
        .margin(12)
        .x_label_area_size(40)
        .y_label_area_size(56)
        .build_cartesian_2d((first..last).log_scale(), (least / 2.0..most * 2.0).log_scale())
        .map_err(|error| error.to_string())?;
    chart.configure_mesh().x_desc("functions").draw().map_err(|error| error.to_string())?;
    for (shape, color) in Shape::ALL.iter().zip(COLORS) {
        let own = points.iter().filter(|point| point.shape == *shape);
        let line = own.map(|point| (point.functions as f64, value(point)));
        chart
            .draw_series(LineSeries::new(line, color.stroke_width(2)).point_size(3))
            .map_err(|error| error.to_string())?
            .label(shape.name())
            .legend(move |(x, y)| PathElement::new([(x, y), (x + 18, y)], color.stroke_width(2)));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .background_style(WHITE)
        .border_style(BLACK)
        .draw()
        .map_err(|error| error.to_string())
}
